package fr.jalon.engagement.domaine;

/** What became of an objective. */
public enum ResultatDObjectif {
  /** Reached. */
  ATTEINT("Atteint"),
  /** Reached in part. */
  EN_PARTIE("Atteint en partie"),
  /** Not reached. */
  NON_ATTEINT("Non atteint");

  private final String libelle;

  ResultatDObjectif(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }
}
