package fr.jalon.allocataires.lecture;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Totals of lists, remembered a short time: counting a hundred thousand rows at each page would cost more than the page. */
final class TotauxRetenus {
  private static final long DUREE_NS = Duration.ofSeconds(30).toNanos();
  private static final int PLACES = 2000;
  private final Map<Object, Total> totaux = new ConcurrentHashMap<>();

  private record Total(long valeur, long a) {}

  /** @param cle all that the total depends on, the perimeter of the agent included */
  long lire(Object cle, LongSupplier compte) {
    long maintenant = System.nanoTime();
    Total connu = totaux.get(cle);
    if (connu != null && maintenant - connu.a < DUREE_NS) {
      return connu.valeur;
    }
    if (totaux.size() >= PLACES) {
      totaux.clear();
    }
    long valeur = compte.getAsLong();
    totaux.put(cle, new Total(valeur, maintenant));
    return valeur;
  }
}
