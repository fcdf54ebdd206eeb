package fr.jalon.structures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Distances between communes, as the crow flies, in kilometres. A commune without a known centre is placed at the mean of the communes of
 * its postal code, then of its intercommunalité, weighted by inhabitants; the same commune is at 0. Good enough to prefer a place to
 * another (confidence M where both centres are known, L elsewhere), never a travel time.
 */
public final class Distances {
  private static final double RAYON_KM = 6371;
  private final Map<String, Point> centres;

  /** @param latitude degrees north; @param longitude degrees east; @param exact true for a known centre, false for a mean */
  public record Point(double latitude, double longitude, boolean exact) {}

  /** @param centres by INSEE code */
  public Distances(Map<String, Point> centres) {
    this.centres = Map.copyOf(centres);
  }

  /** The communes of the application. */
  static Distances deFrance() {
    List<CommuneDeFrance> communes = CommuneDeFrance.toutes();
    Map<String, Point> centres = CommuneDeFrance.centres();
    Map<String, double[]> moyennes = new HashMap<>();
    for (CommuneDeFrance c : communes) {
      Point p = centres.get(c.code());
      if (p != null) {
        double poids = c.population() == null ? 1 : Math.max(1, c.population());
        cles(c).forEach(cle -> ajouter(moyennes, cle, p, poids));
      }
    }
    for (CommuneDeFrance c : communes) {
      if (!centres.containsKey(c.code())) {
        cles(c).stream().filter(moyennes::containsKey).findFirst().map(moyennes::get)
            .ifPresent(m -> centres.put(c.code(), new Point(m[0] / m[2], m[1] / m[2], false)));
      }
    }
    return new Distances(centres);
  }

  /** Postal codes first, then the intercommunalité: the nearer neighbourhood wins. */
  private static List<String> cles(CommuneDeFrance c) {
    return List.of("P" + c.departement() + c.codePostal(), "E" + c.departement() + c.epci());
  }

  private static void ajouter(Map<String, double[]> moyennes, String cle, Point p, double poids) {
    double[] m = moyennes.computeIfAbsent(cle, _ -> new double[3]);
    m[0] += p.latitude() * poids;
    m[1] += p.longitude() * poids;
    m[2] += poids;
  }

  /** @return kilometres, or {@link Double#NaN} when one of the two places is unknown */
  public double km(String de, String vers) {
    if (de == null || vers == null) {
      return Double.NaN;
    }
    if (de.equals(vers)) {
      return 0;
    }
    Point a = centres.get(de);
    Point b = centres.get(vers);
    return a == null || b == null ? Double.NaN : entre(a, b);
  }

  /** True when both centres are known, not deduced from neighbours. */
  public boolean exacte(String de, String vers) {
    return de != null && (de.equals(vers) || centres.containsKey(de) && centres.get(de).exact() && vers != null && centres.containsKey(vers)
        && centres.get(vers).exact());
  }

  private static double entre(Point a, Point b) {
    double x = Math.toRadians(b.longitude() - a.longitude()) * Math.cos(Math.toRadians((a.latitude() + b.latitude()) / 2));
    double y = Math.toRadians(b.latitude() - a.latitude());
    return RAYON_KM * Math.hypot(x, y);
  }
}
