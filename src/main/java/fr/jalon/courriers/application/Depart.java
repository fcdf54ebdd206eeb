package fr.jalon.courriers.application;

import fr.jalon.courriers.Canal;
import fr.jalon.ecran.CalendrierIcs.Evenement;

/** One way out: a SMTP server or a SMS gateway, opened for a run. */
interface Depart {
  /**
   * A message that leaves.
   *
   * @param contenu HTML for an e-mail, plain for a SMS
   * @param agenda  what an e-mail joins for her calendar, or {@code null}
   */
  record Partant(long id, Canal canal, String vers, String objet, String contenu, Evenement agenda) {
    /** Nothing joined. */
    Partant(long id, Canal canal, String vers, String objet, String contenu) {
      this(id, canal, vers, objet, contenu, null);
    }
  }

  /**
   * Hands one message over.
   *
   * @throws NonParti when it did not leave
   */
  void envoyer(Partant message);

  /** A message did not leave; the message is a French sentence kept with it. */
  final class NonParti extends RuntimeException {
    /** True when the gateway itself does not answer or refuses us: there is no use in trying the next ones. */
    final boolean panne;

    NonParti(String raison, boolean panne) {
      super(raison);
      this.panne = panne;
    }
  }
}
