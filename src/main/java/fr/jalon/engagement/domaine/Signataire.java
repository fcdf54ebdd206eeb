package fr.jalon.engagement.domaine;

/** Who signs a contract. */
public enum Signataire {
  /** She. */
  PERSONNE("La personne"),
  /** Her référent, for the organisation that follows her. */
  REFERENT("Le référent");

  private final String libelle;

  Signataire(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }
}
