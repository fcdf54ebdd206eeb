package fr.jalon.echeances;

/** How a running deadline stands at a day. */
public enum Urgence {
  /** The legal limit is past (or the target, when there is no legal limit). */
  EN_RETARD("En retard"),
  /** The target is past, or the limit is a few days away. */
  PROCHE("Proche"),
  /** There is time. */
  A_TEMPS("À temps");

  private final String libelle;

  Urgence(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }
}
