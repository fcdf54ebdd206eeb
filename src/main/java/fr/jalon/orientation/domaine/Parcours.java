package fr.jalon.orientation.domaine;

/** The three pathways (arrêté du 21 novembre 2024). */
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
}
