package fr.jalon.sorties.domaine;

/** The contract of a job. */
public enum GenreDeContrat {
  /** Without an end. */
  CDI("CDI"),
  /** With an end. */
  CDD("CDD"),
  /** Temporary work. */
  INTERIM("Intérim"),
  /** Trainee or tenured civil servant. */
  FONCTION_PUBLIQUE("Fonction publique (stagiaire ou titulaire)"),
  /** Aided contract at an ordinary employer. */
  CONTRAT_AIDE("Contrat aidé (PEC, CIE)"),
  /** Hired by a structure of insertion. */
  IAE("Insertion (CDDI, association ou entreprise d'insertion)"),
  /** Apprenticeship, or the like. */
  APPRENTISSAGE("Apprentissage ou professionnalisation"),
  /** Any other. */
  AUTRE("Autre contrat");

  private final String libelle;

  GenreDeContrat(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }

  /** True when how long it lasts says what it is worth. */
  public boolean seCompteEnMois() {
    return this == CDD || this == INTERIM || this == APPRENTISSAGE;
  }
}
