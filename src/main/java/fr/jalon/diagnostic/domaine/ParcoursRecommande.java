package fr.jalon.diagnostic.domaine;

/** The pathway that the rules lead to; the same three names as the one an orientation decides. */
public enum ParcoursRecommande {
  PROFESSIONNEL("professionnel"),
  SOCIOPROFESSIONNEL("socioprofessionnel"),
  SOCIAL("social");

  private final String libelle;

  ParcoursRecommande(String libelle) {
    this.libelle = libelle;
  }

  /** As read inside a sentence. */
  public String libelle() {
    return libelle;
  }
}
