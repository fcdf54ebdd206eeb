package fr.jalon.engagement.domaine;

/** Why a plan asks less than the hours of the law (L. 5411-6 code du travail). The illness is never told. */
public enum MotifDAdaptation {
  /** Health, disability, invalidity. */
  SANTE_HANDICAP_INVALIDITE("Santé, handicap ou invalidité", true),
  /** Alone with a child, and no child care. */
  PARENT_ISOLE_SANS_GARDE("Parent seul, sans solution de garde", true),
  /** Anything else that her life is: fewer hours, never none. */
  SITUATION_PERSONNELLE("Autre situation personnelle", false);

  private final String libelle;
  private final boolean dispense;

  MotifDAdaptation(String libelle, boolean dispense) {
    this.libelle = libelle;
    this.dispense = dispense;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }

  /** True when it may leave weekly hours out altogether, at her own request. */
  public boolean dispense() {
    return dispense;
  }
}
