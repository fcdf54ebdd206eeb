package fr.jalon.demo.generation;

/** The types of foyer that the plans publish. */
enum TypeFoyer {
  FEMME_SEULE_ENFANTS(1, true),
  HOMME_SEUL_ENFANTS(1, true),
  COUPLE_ENFANTS(2, true),
  COUPLE(2, false),
  FEMME_SEULE(1, false),
  HOMME_SEUL(1, false);

  final int adultes;
  final boolean enfants;

  TypeFoyer(int adultes, boolean enfants) {
    this.adultes = adultes;
    this.enfants = enfants;
  }

  boolean couple() {
    return adultes == 2;
  }

  boolean parentSeul() {
    return adultes == 1 && enfants;
  }

  /** Sex of the claimant: 1 man, 2 woman; couples are drawn. */
  int sexe(Hasard hasard) {
    return switch (this) {
      case HOMME_SEUL, HOMME_SEUL_ENFANTS -> 1;
      case FEMME_SEULE, FEMME_SEULE_ENFANTS -> 2;
      case COUPLE, COUPLE_ENFANTS -> hasard.chance(55) ? 1 : 2;
    };
  }
}
