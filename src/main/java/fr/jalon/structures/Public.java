package fr.jalon.structures;

/** Persons for whom some référents are specialists (lots of the plans: 07, 06). */
public enum Public {
  /** Self-employed. */
  TNS("Travailleurs non salariés", "travailleur non salarié"),
  /** Farmers. */
  AGRICULTEURS("Agriculteurs", "agriculteur"),
  /** Travellers. */
  GENS_DU_VOYAGE("Gens du voyage", "gens du voyage"),
  /** Great precarity, health. */
  GRANDE_PRECARITE_SANTE("Grande précarité, santé", "grande précarité ou santé"),
  /** Intensive groups. */
  COLLECTIF_INTENSIF("Collectifs intensifs", "collectif intensif");

  private final String libelle;
  private final String court;

  Public(String libelle, String court) {
    this.libelle = libelle;
    this.court = court;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }

  /** Inside a sentence. */
  public String court() {
    return court;
  }
}
