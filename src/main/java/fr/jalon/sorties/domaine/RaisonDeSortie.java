package fr.jalon.sorties.domaine;

/** Why a person leaves the RSA, or begins to. None says an illness: an allowance for a disability is one of the other allowances. */
public enum RaisonDeSortie {
  /** She has a job. */
  EMPLOI("Emploi"),
  /** She works for herself. */
  INDEPENDANT("Activité à son compte"),
  /** She is in training. */
  FORMATION("Formation"),
  /** She retires. */
  RETRAITE("Retraite"),
  /** Another allowance is better, or comes first. */
  AUTRE_ALLOCATION("Autre allocation (AAH, ASS, ASPA…)"),
  /** She lives elsewhere. */
  DEMENAGEMENT("Déménagement"),
  /** The household earns more than the ceiling. */
  RESSOURCES("Ressources du foyer au-dessus du plafond"),
  /** The payer or the Département ended it. */
  FIN_DE_DROIT("Fin du droit"),
  /** She is dead. */
  DECES("Décès"),
  /** She no longer wants the RSA, nor to be followed. */
  OPPOSITION("Ne veut plus du RSA ou du suivi"),
  /** Nobody knows. */
  INCONNU("Raison inconnue");

  private final String libelle;

  RaisonDeSortie(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }

  /** True for work, as an employee or not. */
  public boolean auTravail() {
    return this == EMPLOI || this == INDEPENDANT;
  }

  /** True when she is called later to know what became of it: work or training. */
  public boolean seRappelle() {
    return auTravail() || this == FORMATION;
  }

  /** True when nobody is to call her any more. */
  public boolean faitTaire() {
    return this == DECES || this == OPPOSITION;
  }
}
