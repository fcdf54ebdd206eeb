package fr.jalon.handicap.domaine;

/** Who helps the person with her file. */
public enum AideAuDossier {
  /** A social worker of the Département or of her organisation. */
  TRAVAILLEUR_SOCIAL("Un travailleur social"),
  /** The MDPH or the MDA. */
  MAISON("La MDPH ou la MDA"),
  /** Somebody of a partner. */
  PARTENAIRE("Un partenaire"),
  /** A relative. */
  PROCHE("Un proche"),
  /** Nobody. */
  PERSONNE("Personne : elle le fait seule");

  private final String libelle;

  AideAuDossier(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }
}
