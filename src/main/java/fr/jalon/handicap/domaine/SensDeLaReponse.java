package fr.jalon.handicap.domaine;

/** What was answered for a right. */
public enum SensDeLaReponse {
  /** Granted, from a day, until another or for good. */
  ACCORDE("Accordé"),
  /** Refused. */
  REFUSE("Refusé"),
  /** Nothing came within the delay, which is a refusal (R. 241-33 CASF). */
  SANS_REPONSE("Sans réponse dans le délai");

  private final String libelle;

  SensDeLaReponse(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }
}
