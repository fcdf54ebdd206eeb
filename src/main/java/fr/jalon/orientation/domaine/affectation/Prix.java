package fr.jalon.orientation.domaine.affectation;

import java.util.Arrays;

/**
 * What a place with each référent is worth in a flow of least cost: the least that it costs to move somebody from anywhere to her, along what the
 * flow may still change. In an optimum nothing that can be changed costs less than nothing, so these prices exist.
 */
final class Prix {
  private static final long JAMAIS = Long.MAX_VALUE / 4;
  private final int taille;
  /** Cost of moving one unit from a référent to another; the last rank is outside, where a place is left or taken. */
  private final long[][] cout;

  Prix(int candidats) {
    taille = candidats + 1;
    cout = new long[taille][taille];
    for (long[] ligne : cout) {
      Arrays.fill(ligne, JAMAIS);
    }
  }

  /** Somebody may go from one to another. */
  void passage(int de, int vers, long difference) {
    cout[de][vers] = Math.min(cout[de][vers], difference);
  }

  /** One of her places taken may be left. @param prix of the last one taken */
  void depart(int candidat, long prix) {
    cout[taille - 1][candidat] = -prix;
  }

  /** She has a place left. @param prix of the next one */
  void arrivee(int candidat, long prix) {
    cout[candidat][taille - 1] = prix;
  }

  /** @return the price of each référent; passages never cost less than the difference of two prices */
  long[] calculer() {
    long[] prix = new long[taille];
    boolean change = true;
    for (int passe = 0; change; passe++) {
      if (passe > taille) {
        throw new IllegalStateException("Le flot n'est pas optimal.");
      }
      change = false;
      for (int de = 0; de < taille; de++) {
        long depuis = prix[de];
        long[] ligne = cout[de];
        for (int vers = 0; vers < taille; vers++) {
          if (ligne[vers] < JAMAIS && depuis + ligne[vers] < prix[vers]) {
            prix[vers] = depuis + ligne[vers];
            change = true;
          }
        }
      }
    }
    return prix;
  }
}
