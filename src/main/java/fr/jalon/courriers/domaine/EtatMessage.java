package fr.jalon.courriers.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where a message stands. */
public enum EtatMessage implements Etat<EtatMessage> {
  /** Nobody knows where to send it, or its address does not hold in the window of an envelope: it waits for one. */
  SANS_ADRESSE("Adresse à donner"),
  /** It waits to be printed or sent. */
  A_ENVOYER("À envoyer"),
  /** A letter in a batch not posted yet, or a message on its way out. */
  EN_COURS("En cours"),
  /** It did not leave: no gateway is set, it stands in the outbox of the application. */
  EN_BOITE("Dans la boîte d'envoi"),
  /** Posted, or taken by the gateway. */
  ENVOYE("Envoyé"),
  /** Given to the person in her hands. */
  REMIS("Remis en main propre"),
  /** The gateway refused it. */
  ECHEC("Non parti"),
  /** It came back. */
  NON_DISTRIBUE("Non distribué"),
  /** It will not leave. */
  ABANDONNE("Abandonné");

  private final String libelle;

  EtatMessage(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  @Override
  public Set<EtatMessage> suivants() {
    return switch (this) {
      case SANS_ADRESSE -> Set.of(A_ENVOYER, REMIS, ABANDONNE);
      case A_ENVOYER -> Set.of(EN_COURS, EN_BOITE, SANS_ADRESSE, REMIS, ABANDONNE);
      case EN_COURS -> Set.of(A_ENVOYER, ENVOYE, ECHEC, REMIS, ABANDONNE);
      case ENVOYE -> Set.of(NON_DISTRIBUE, REMIS, EN_COURS);
      case ECHEC -> Set.of(A_ENVOYER, REMIS, ABANDONNE);
      case NON_DISTRIBUE -> Set.of(ENVOYE, REMIS, ABANDONNE);
      case EN_BOITE, REMIS, ABANDONNE -> Set.of();
    };
  }
}
