package fr.jalon.sorties.domaine;

/** What a person does when she is called. */
public enum ReponseAuRappel {
  /** The job, the business or the training she left the RSA for. */
  MEME_EMPLOI("Toujours au même poste", true),
  /** Another job. */
  AUTRE_EMPLOI("Dans un autre emploi", true),
  /** Training. */
  FORMATION("En formation", false),
  /** No job, looking for one or not. */
  CHOMAGE("Sans emploi", false),
  /** Retired. */
  RETRAITE("À la retraite", false),
  /** Back to the RSA. */
  RETOUR_RSA("De nouveau au RSA", false),
  /** Anything else. */
  AUTRE("Autre situation", false);

  private final String libelle;
  private final boolean emploi;

  ReponseAuRappel(String libelle, boolean emploi) {
    this.libelle = libelle;
    this.emploi = emploi;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }

  /** True when she works. */
  public boolean enEmploi() {
    return emploi;
  }
}
