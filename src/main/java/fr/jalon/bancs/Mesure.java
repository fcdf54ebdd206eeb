package fr.jalon.bancs;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * One figure of a bench, beside what it must not exceed.
 *
 * @param quoi     what is measured, on what size
 * @param chiffre  what was found
 * @param cible    what it must not exceed, in the same unit; {@code NaN} when no target was set
 * @param unite    s, ms, or × for a ratio to the floor
 * @param plancher the least this machine can do, in the unit told by {@code quoi}; {@code NaN} when there is none
 */
record Mesure(String quoi, double chiffre, double cible, String unite, double plancher) {
  static Mesure de(String quoi, double chiffre, double cible, String unite) {
    return new Mesure(quoi, chiffre, cible, unite, Double.NaN);
  }

  /** A time told as a ratio to the floor of the same run: what another machine can be compared with. */
  static Mesure rapport(String quoi, double secondes, double plancher, double cible) {
    return new Mesure(quoi, secondes / plancher, cible, "×", plancher);
  }

  boolean tenue() {
    return Double.isNaN(cible) || chiffre <= cible;
  }

  /** One table; what is not held is said on its line. */
  static void dire(PrintStream sortie, List<Mesure> mesures) {
    sortie.printf("%-62s %10s %12s %12s%n", "mesure", "cible", "chiffre", "plancher");
    for (Mesure m : mesures) {
      sortie.printf("%-62s %10s %12s %12s%s%n", m.quoi, ecrire(m.cible, m.unite), ecrire(m.chiffre, m.unite), ecrire(m.plancher, "s"),
          m.tenue() ? "" : "   au-delà");
    }
  }

  private static String ecrire(double valeur, String unite) {
    return Double.isNaN(valeur) ? "" : String.format(Locale.FRENCH, "ms".equals(unite) ? "%.0f %s" : "%.2f %s", valeur, unite);
  }
}
