package fr.jalon.engagement.domaine;

/** What an adaptation rests on: the kind of paper seen, never what it says. */
public enum PreuveDAdaptation {
  /** Nothing was seen: she said it. */
  DITE("Dit par la personne, aucun papier vu"),
  /** A right notified: RQTH, AAH, pension. */
  PAPIER_DE_DROIT("Notification d'un droit (RQTH, AAH, pension)"),
  /** A certificate that says that hours must be fewer, not why. */
  PAPIER_DE_SANTE("Certificat ou arrêt, sans dire pourquoi"),
  /** Who lives there, what child care was refused. */
  PAPIER_DE_FAMILLE("Livret de famille, refus d'une garde");

  private final String libelle;

  PreuveDAdaptation(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }
}
