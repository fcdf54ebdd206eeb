package fr.jalon.bancs;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The times of many clicks, by kind of page, and what went wrong. */
final class Chronometre {
  private static final int ERREURS_MONTREES = 20;
  private static final double MILLION = 1e6;
  private final Map<String, ConcurrentLinkedQueue<Long>> durees = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> erreurs = new ConcurrentLinkedQueue<>();

  /** @param duree nanoseconds */
  void noter(String page, long duree) {
    durees.computeIfAbsent(page, _ -> new ConcurrentLinkedQueue<>()).add(duree);
  }

  void erreur(String phrase) {
    erreurs.add(phrase);
  }

  int erreurs() {
    return erreurs.size();
  }

  /** All pages together, in milliseconds. @param centile 0 to 1 */
  double centile(double centile) {
    return centile(toutes(), centile);
  }

  /** One kind of page, in milliseconds; 0 when it was never opened. @param centile 0 to 1 */
  double centile(String page, double centile) {
    return durees.containsKey(page) ? centile(trier(durees.get(page)), centile) : 0;
  }

  /** One line by kind of page, then the first errors. */
  void dire(PrintStream sortie) {
    sortie.printf("%-52s %8s %8s %8s %8s%n", "page", "clics", "p50 ms", "p95 ms", "max ms");
    durees.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> ligne(sortie, e.getKey(), trier(e.getValue())));
    erreurs.stream().limit(ERREURS_MONTREES).forEach(e -> sortie.println("erreur : " + e));
  }

  /** One line for all the pages together. */
  void direLeTotal(PrintStream sortie) {
    ligne(sortie, "toutes les pages", toutes());
    sortie.printf("%d erreur(s)%n", erreurs());
  }

  private long[] toutes() {
    return durees.values().stream().flatMapToLong(f -> f.stream().mapToLong(Long::longValue)).sorted().toArray();
  }

  private static void ligne(PrintStream sortie, String nom, long[] triees) {
    sortie.printf("%-52s %8d %8.0f %8.0f %8.0f%n", nom, triees.length, centile(triees, 0.5), centile(triees, 0.95), centile(triees, 1));
  }

  private static long[] trier(ConcurrentLinkedQueue<Long> file) {
    long[] t = file.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(t);
    return t;
  }

  private static double centile(long[] triees, double centile) {
    return triees.length == 0 ? 0 : triees[(int) Math.min(triees.length - 1L, Math.round(triees.length * centile))] / MILLION;
  }
}
