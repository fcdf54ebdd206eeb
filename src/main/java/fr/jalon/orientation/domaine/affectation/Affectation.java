package fr.jalon.orientation.domaine.affectation;

/**
 * The référents proposed for a list: the exact optimum for the weights, never worse on any term than sharing out one by one.
 *
 * <p>The optimum of a weighted sum may give a little on one term to gain more on another. It is then solved again, exactly, with the
 * weights of the terms that lost raised. If that is not enough, a last flow only lets each person have a référent at least as good as the
 * one by one gave her on every term but the load, and minimises the load first: one by one is one of its solutions, so it cannot be worse.
 *
 * @param proposee   what is proposed
 * @param unParUn    what sharing out one by one would have given
 * @param garantie   how the proposal was found
 * @param resolutions how many flows were solved
 */
public record Affectation(Repartition proposee, Repartition unParUn, Garantie garantie, int resolutions) {
  private static final int ESSAIS = 8;
  /** Weights move by small steps: on a fine scale. */
  private static final int FINESSE = 100;

  /** How a proposal was found. */
  public enum Garantie {
    /** Exact optimum for the Département's weights. */
    OPTIMUM("Meilleure répartition possible pour les poids du Département."),
    /** Exact optimum for weights raised so that no term loses. */
    POIDS_RELEVES("Meilleure répartition possible, avec les poids relevés là où une autre répartition aurait fait mieux."),
    /** The flow that cannot be worse than one by one. */
    RESSERREE("Répartition resserrée : personne n'a moins bien qu'en servant chacun à son tour.");

    private final String phrase;

    Garantie(String phrase) {
      this.phrase = phrase;
    }

    /** As shown. */
    public String phrase() {
      return phrase;
    }
  }

  /** Shares out the list. */
  public static Affectation de(Grille grille) {
    Repartition unParUn = Glouton.repartir(grille);
    Ponderation poids = grille.ponderation().multiplier(FINESSE);
    for (int essai = 1; essai <= ESSAIS; essai++) {
      Repartition r = FlotOptimal.repartir(grille, poids);
      if (r.neCedeEnRien(unParUn)) {
        return new Affectation(r, unParUn, essai == 1 ? Garantie.OPTIMUM : Garantie.POIDS_RELEVES, essai);
      }
      poids = poids.corriger(r, unParUn);
    }
    return new Affectation(resserrer(grille, unParUn), unParUn, Garantie.RESSERREE, ESSAIS + 1);
  }

  /** Exact optimum for the weights alone, whatever each term becomes. */
  static Repartition optimum(Grille grille) {
    return FlotOptimal.repartir(grille, grille.ponderation().multiplier(FINESSE));
  }

  static Repartition resserrer(Grille grille, Repartition unParUn) {
    Ponderation p = grille.ponderation();
    // one point of load outweighs all that the other terms may add up to
    int ecrasant = Math.multiplyExact(p.somme() * Terme.PIRE + 1, grille.personnes().size() + 1);
    Ponderation chargeDAbord = new Ponderation(p.distance(), ecrasant, p.specialite(), p.continuite(), p.plafondKm());
    return FlotOptimal.repartir(grille, chargeDAbord, (personne, candidat) -> aussiBien(grille, personne, candidat, unParUn.choix(personne)));
  }

  private static boolean aussiBien(Grille g, int personne, int candidat, int reference) {
    if (reference == Repartition.AUCUN || candidat == Repartition.AUCUN) {
      return reference == Repartition.AUCUN;
    }
    return g.points(Terme.DISTANCE, personne, candidat) <= g.points(Terme.DISTANCE, personne, reference)
        && g.points(Terme.SPECIALITE, personne, candidat) <= g.points(Terme.SPECIALITE, personne, reference)
        && g.points(Terme.CONTINUITE, personne, candidat) <= g.points(Terme.CONTINUITE, personne, reference);
  }
}
