package fr.jalon.engagement.domaine;

/** Who does an action of a contract. */
public enum QuiAgit {
  /** She does it herself. */
  PERSONNE("La personne"),
  /** Her référent does it for her or with her. */
  REFERENT("Le référent"),
  /** Somebody else does it. */
  PARTENAIRE("Un partenaire");

  private final String libelle;

  QuiAgit(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }
}
