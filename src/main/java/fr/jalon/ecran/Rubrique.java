package fr.jalon.ecran;

/** The headings of the left menu, in the order shown. */
public enum Rubrique {
  /** What is opened first. */
  ACCUEIL("Au quotidien"),
  /** From the new entrant to the référent. */
  ORIENTATION("Orientation"),
  /** Those who are followed, what is kept of them, whoever they are. */
  SUIVI("Suivi"),
  /** Breaches, commissions, decisions. */
  DROITS_ET_DEVOIRS("Droits et devoirs"),
  /** Controls, overpayments. */
  JUSTE_DROIT("Juste droit"),
  /** Figures of the policy. */
  DIRECTION("Direction"),
  /** Files, structures, parameters, accounts, trace. */
  ADMINISTRATION("Administration"),
  /** How to use the application. */
  AIDE("Aide");

  private final String libelle;

  Rubrique(String libelle) {
    this.libelle = libelle;
  }

  /** True for the work of every day, always in sight. */
  public boolean duJour() {
    return this == ACCUEIL || this == ORIENTATION || this == DROITS_ET_DEVOIRS;
  }

  /** The heading as shown. */
  public String libelle() {
    return libelle;
  }
}
