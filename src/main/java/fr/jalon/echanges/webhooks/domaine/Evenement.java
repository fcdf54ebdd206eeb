package fr.jalon.echanges.webhooks.domaine;

import fr.jalon.habilitations.Portee;
import java.util.Optional;
import java.util.stream.Stream;

/** What an application may ask to be told. The names of what happens to an orientation match {@link fr.jalon.orientation.FaitDOrientation.Genre}. */
public enum Evenement {
  NOUVEL_ENTRANT("nouvel-entrant", "Une personne doit être orientée", Portee.ENTRANTS_LIRE, "entree"),
  ORIENTATION_NOTIFIEE("orientation-notifiee", "Une orientation est notifiée : sa lettre est partie, ou la personne le savait déjà",
  Portee.ORIENTATIONS_LIRE, "suivi"),
  NOTIFICATION_REPRISE("notification-reprise", "Une lettre dite postée par erreur attend de nouveau : rien n'est encore notifié",
  Portee.ORIENTATIONS_LIRE, "suivi"),
  REORIENTATION("reorientation", "Une orientation notifiée en remplace une autre", Portee.ORIENTATIONS_LIRE, "suivi"),
  ORIENTATION_ANNULEE("orientation-annulee", "Une orientation saisie par erreur est annulée", Portee.ORIENTATIONS_LIRE, "suivi"),
  SUIVI_CLOS("suivi-clos", "Un suivi prend fin", Portee.ORIENTATIONS_LIRE, "suivi"),
  CARNET("carnet", "Quelque chose de nouveau est écrit dans un carnet que l'application lit", Portee.CARNET_LIRE, "ecrit"),
  CONTRAT_SIGNE("contrat-signe", "Un contrat d'engagement, un avenant ou un renouvellement est signé par les deux", Portee.CONTRATS_LIRE, "contrat"),
  CONTRAT_REFUSE("contrat-refuse", "Une personne refuse son contrat d'engagement", Portee.CONTRATS_LIRE, "contrat"),
  CONTRAT_REPRIS("contrat-repris", "Une signature ou un refus de contrat était une erreur, ou la personne y revient", Portee.CONTRATS_LIRE,
      "contrat"),
  PRESENCE_NOTEE("presence-notee", "La présence d'une personne à une information collective est notée ou corrigée",
  Portee.PRESENCES_ECRIRE, "session");

  /** Code of the delivery that a button sends to try the address; nobody subscribes to it. */
  public static final String ESSAI = "essai";
  private final String code;
  private final String libelle;
  private final Portee portee;
  private final String objet;

  Evenement(String code, String libelle, Portee portee, String objet) {
    this.code = code;
    this.libelle = libelle;
    this.portee = portee;
    this.objet = objet;
  }

  /** As sent. */
  public String code() {
    return code;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }

  /** The scope that lets an application read what it is told of. */
  public Portee portee() {
    return portee;
  }

  /** The name, in what is sent, of the number of what it is about. */
  public String objet() {
    return objet;
  }

  /** The event of that code. */
  public static Optional<Evenement> de(String code) {
    return Stream.of(values()).filter(e -> e.code.equals(code)).findFirst();
  }

  /** What to show for a code, that of a try included. */
  public static String libelle(String code) {
    return ESSAI.equals(code) ? "Essai de l'adresse" : de(code).map(Evenement::libelle).orElse(code);
  }
}
