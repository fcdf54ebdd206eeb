package fr.jalon.calcul;

/** What a person owns that counts as a resource (R. 132-1 CASF). */
public enum Patrimoine {
  /** Savings on a livret A, in euros held: counted at its rate. */
  LIVRET_A("livret_a"),
  /** Savings that bring nothing taxable, in euros held: 3 % a year. */
  EPARGNE("epargne_revenus_non_imposables"),
  /** Rental value of a building not let, euros a month: half of it. */
  BATI_NON_LOUE("valeur_locative_immo_non_loue"),
  /** Rental value of land not let, euros a month: 80 % of it. */
  TERRAIN_NON_LOUE("valeur_locative_terrains_non_loues"),
  /** Rents received, euros a month. */
  LOYERS("revenus_locatifs_mensuels_constants"),
  /** Income of capital, euros a month. */
  CAPITAL("revenus_capital_mensuels_constants");

  private final String nom;

  Patrimoine(String nom) {
    this.nom = nom;
  }

  /** Name in files. */
  public String nom() {
    return nom;
  }

  /** True when the amount given is already what it brings by month. */
  public boolean mensuel() {
    return this == LOYERS || this == CAPITAL;
  }
}
