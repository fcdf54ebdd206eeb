package fr.jalon.orientation.domaine.affectation;

/**
 * What the Département weighs.
 *
 * @param distance   weight of {@link Terme#DISTANCE}
 * @param charge     weight of {@link Terme#CHARGE}
 * @param specialite weight of {@link Terme#SPECIALITE}
 * @param continuite weight of {@link Terme#CONTINUITE}
 * @param plafondKm  distance that is worth the worst, in kilometres
 */
public record Ponderation(int distance, int charge, int specialite, int continuite, int plafondKm) {
  private static final double VISEE = 0.998;
  private static final double FERMETE = 3;
  private static final double PAS = 1.25;

  /** @throws IllegalArgumentException when a weight is negative, all are zero, or the ceiling is not positive */
  public Ponderation {
    if (distance < 0 || charge < 0 || specialite < 0 || continuite < 0 || distance + charge + specialite + continuite == 0 || plafondKm <= 0) {
      throw new IllegalArgumentException("Les poids de l'affectation sont positifs ou nuls, pas tous nuls, et la distance maximale est positive.");
    }
  }

  /** Weight of a term. */
  public int poids(Terme terme) {
    return switch (terme) {
      case DISTANCE -> distance;
      case CHARGE -> charge;
      case SPECIALITE -> specialite;
      case CONTINUITE -> continuite;
    };
  }

  int somme() {
    return distance + charge + specialite + continuite;
  }

  /** The same proportions on a finer scale. */
  Ponderation multiplier(int facteur) {
    return new Ponderation(distance * facteur, charge * facteur, specialite * facteur, continuite * facteur, plafondKm);
  }

  /**
   * The weights for the next try: raised a little for the terms that lost to the reference, the more the more they lost. They aim a little
   * under the reference, so as not to stop just above it.
   */
  Ponderation corriger(Repartition obtenue, Repartition reference) {
    return new Ponderation(corriger(Terme.DISTANCE, obtenue, reference), corriger(Terme.CHARGE, obtenue, reference),
        corriger(Terme.SPECIALITE, obtenue, reference), corriger(Terme.CONTINUITE, obtenue, reference), plafondKm);
  }

  private int corriger(Terme t, Repartition obtenue, Repartition reference) {
    if (obtenue.total(t) <= reference.total(t)) {
      return poids(t);
    }
    double rapport = obtenue.total(t) / Math.max(1, reference.total(t) * VISEE);
    return (int) Math.ceil(Math.max(1, poids(t)) * Math.min(Math.pow(rapport, FERMETE), PAS));
  }
}
