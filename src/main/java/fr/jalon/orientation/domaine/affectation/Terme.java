package fr.jalon.orientation.domaine.affectation;

/** What a choice of référent costs, each in points from 0 (best) to 100 (worst). */
public enum Terme {
  /** Straight line between the commune of the person and the place where the référent receives. */
  DISTANCE("Distance"),
  /** Filling of the référent once the person is hers. */
  CHARGE("Charge"),
  /** The person belongs to a public and the référent is no specialist of it; or she belongs to none and the référent is a specialist. */
  SPECIALITE("Spécialité"),
  /** The person loses the référent she had. */
  CONTINUITE("Continuité");

  /** The worst of each. */
  public static final int PIRE = 100;
  private final String libelle;

  Terme(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }
}
