package fr.jalon.courriers.domaine;

/** Why a letter came back, as La Poste writes it on the envelope. */
public enum MotifDeRetour {
  /** The address exists, the person is not there. */
  INCONNU("Destinataire inconnu à l'adresse"),
  /** The address does not exist or lacks something. */
  ADRESSE("Défaut d'accès ou d'adressage"),
  /** Refused by the person. */
  REFUSE("Pli refusé par le destinataire"),
  /** Registered letter nobody came for. */
  NON_RECLAME("Pli avisé et non réclamé"),
  /** Anything else. */
  AUTRE("Autre raison");

  private final String libelle;

  MotifDeRetour(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }
}
