package fr.jalon.allocataires.domaine;

/** The tabs of the list of persons followed outside the RSA. */
public enum OngletHorsRsa {
  /** Followed today. */
  EN_COURS("En cours"),
  /** No longer. */
  TERMINES("Terminés");

  private final String libelle;

  OngletHorsRsa(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }
}
