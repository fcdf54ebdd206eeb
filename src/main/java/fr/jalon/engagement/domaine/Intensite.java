package fr.jalon.engagement.domaine;

/** How intense the accompaniment is (L. 5411-6 code du travail): said in the contract. */
public enum Intensite {
  /** A regular follow-up. */
  ORDINAIRE("Ordinaire"),
  /** Closer, several contacts a month. */
  RENFORCEE("Renforcée"),
  /** A contact a week, and most of the hours with somebody. */
  INTENSIVE("Intensive");

  private final String libelle;

  Intensite(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }
}
