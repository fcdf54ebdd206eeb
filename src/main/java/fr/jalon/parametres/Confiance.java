package fr.jalon.parametres;

/** How far a value may be relied on. */
public enum Confiance {
  /** The text itself was read. */
  H("texte lu"),
  /** A secondary source was read. */
  M("source secondaire, à vérifier sur Légifrance"),
  /** Not found or from memory. */
  L("non trouvé dans un texte, à vérifier sur Légifrance");

  private final String enClair;

  Confiance(String enClair) {
    this.enClair = enClair;
  }

  /** In words, for the screen. */
  public String enClair() {
    return enClair;
  }

  /** True when an agent should check the text before relying on the value. */
  public boolean aVerifier() {
    return this != H;
  }
}
