package fr.jalon.courriers.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where a message stands. */
public enum EtatMessage implements Etat<EtatMessage> {
  /** Nobody knows where to send it, or its address does not hold in the window of an envelope: it waits for one. */
  SANS_ADRESSE("Adresse à donner", "geo-alt"),
  /** It waits to be printed or sent. */
  A_ENVOYER("À envoyer", "hourglass-split"),
  /** A letter in a batch not posted yet, or a message on its way out. */
  EN_COURS("En cours", "printer"),
  /** It did not leave: no gateway is set, it stands in the outbox of the application. */
  EN_BOITE("Dans la boîte d'envoi", "inbox"),
  /** Posted, or taken by the gateway. */
  ENVOYE("Envoyé", "send-check"),
  /** Given to the person in her hands. */
  REMIS("Remis en main propre", "person-check"),
  /** The gateway refused it. */
  ECHEC("Non parti", "exclamation-octagon"),
  /** It came back. */
  NON_DISTRIBUE("Non distribué", "arrow-return-left"),
  /** It will not leave. */
  ABANDONNE("Abandonné", "x-circle");

  private final String libelle;
  private final String icone;

  EtatMessage(String libelle, String icone) {
    this.libelle = libelle;
    this.icone = icone;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /** Bootstrap icon. */
  public String icone() {
    return icone;
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
