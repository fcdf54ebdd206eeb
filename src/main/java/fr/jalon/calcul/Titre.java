package fr.jalon.calcul;

/** What lets a foreign national stay, when it exempts from the years of residence (L. 262-4 2° CASF). */
public enum Titre {
  /** No exemption: the years of the permit are counted. */
  ORDINAIRE,
  /** Refugee. */
  REFUGIE,
  /** Subsidiary protection. */
  PROTECTION_SUBSIDIAIRE,
  /** Stateless. */
  APATRIDE,
  /** Resident card. */
  CARTE_DE_RESIDENT;

  /** True when the years of residence are not asked. */
  public boolean dispense() {
    return this != ORDINAIRE;
  }
}
