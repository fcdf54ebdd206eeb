package fr.jalon.diagnostic.domaine;

/** The three pathways (arrêté du 21 novembre 2024): what a diagnostic recommends, and what is decided. */
public enum Parcours {
  SOCIAL("Social"),
  SOCIOPROFESSIONNEL("Socioprofessionnel"),
  PROFESSIONNEL("Professionnel");

  private final String libelle;

  Parcours(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }

  /** Inside a sentence. */
  public String court() {
    return libelle.toLowerCase(java.util.Locale.FRENCH);
  }
}
