package fr.jalon.demo.generation;

import java.util.List;

/** Shares turned into whole numbers that sum exactly, and drawn down one by one. */
final class Quotas {
  private final int[] reste;

  private Quotas(int[] reste) {
    this.reste = reste;
  }

  /** Largest remainder: the parts sum to {@code total}. */
  static Quotas de(List<Double> parts, int total) {
    double somme = parts.stream().mapToDouble(Double::doubleValue).sum();
    int[] nombres = new int[parts.size()];
    double[] restes = new double[parts.size()];
    int places = total;
    for (int i = 0; i < nombres.length; i++) {
      double exact = parts.get(i) * total / somme;
      nombres[i] = (int) Math.floor(exact);
      restes[i] = exact - nombres[i];
      places -= nombres[i];
    }
    for (; places > 0; places--) {
      int meilleur = 0;
      for (int i = 1; i < restes.length; i++) {
        meilleur = restes[i] > restes[meilleur] ? i : meilleur;
      }
      restes[meilleur] = -1;
      nombres[meilleur]++;
    }
    return new Quotas(nombres);
  }

  int reste(int i) {
    return reste[i];
  }

  void deplacer(int de, int vers) {
    reste[de]--;
    reste[vers]++;
  }

  /**
   * Draws a part in proportion of what is left of it and of its affinity, and takes {@code poids} from it. When nothing suitable is left,
   * the affinity alone decides.
   */
  int tirer(Hasard hasard, double[] affinites, int poids) {
    double[] chances = new double[reste.length];
    for (int i = 0; i < reste.length; i++) {
      chances[i] = Math.max(0, reste[i]) * affinites[i];
    }
    int choix = hasard.indice(chances);
    if (choix < 0) {
      choix = hasard.indice(affinites);
    }
    reste[choix] -= poids;
    return choix;
  }
}
