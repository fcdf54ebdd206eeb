package fr.jalon.habilitations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slower instead of locked: for each key, the first failures cost nothing, then each one makes the next try wait, twice as long each time, a
 * minute at most. A try that waits is refused and counts for nothing, so nobody is ever kept out. On the clock of the instance; on each server.
 * Memory is bounded: past the limit, the keys used longest ago are forgotten.
 */
public final class Ralentissement {
  private static final int CLES_GARDEES = 20_000;
  private static final Duration PREMIERE_ATTENTE = Duration.ofSeconds(5);
  private static final Duration ATTENTE_AU_PLUS = Duration.ofMinutes(1);
  private final Clock horloge;
  private final int libres;
  private final Duration memoire;
  private final Map<String, Etat> etats = new LinkedHashMap<>(64, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Etat> aine) {
      return size() > CLES_GARDEES;
    }
  };

  /** @param rates failures, this try included until it succeeds @param libre when the next try may be made @param dernier last try */
  private record Etat(int rates, Instant libre, Instant dernier) {}

  /** @param libres failures that cost nothing @param memoire without a failure for so long, the key starts again */
  public Ralentissement(Clock horloge, int libres, Duration memoire) {
    this.horloge = horloge;
    this.libres = libres;
    this.memoire = memoire;
  }

  /**
   * Asks to try. A try that may go on counts as failed from now, so that a hundred at the same time are not a hundred free ones: say
   * {@link #oublier} when it succeeded, {@link #rendre} when it was neither.
   *
   * @return zero when it may go on, else how long to wait
   */
  public synchronized Duration essayer(String cle) {
    Instant maintenant = horloge.instant();
    Etat avant = courant(cle, maintenant);
    if (avant.libre().isAfter(maintenant)) {
      return Duration.between(maintenant, avant.libre());
    }
    int rates = avant.rates() + 1;
    etats.put(cle, new Etat(rates, maintenant.plus(attente(rates)), maintenant));
    return Duration.ZERO;
  }

  /** The last try was neither right nor wrong: it does not count. */
  public synchronized void rendre(String cle) {
    Etat e = etats.get(cle);
    if (e != null && e.rates() <= 1) {
      // nothing left to remember: thousands of such keys would push out those that wait
      etats.remove(cle);
    } else if (e != null) {
      etats.put(cle, new Etat(e.rates() - 1, horloge.instant(), e.dernier()));
    }
  }

  /** The key starts again. */
  public synchronized void oublier(String cle) {
    etats.remove(cle);
  }

  /** Every key that begins so starts again. */
  public synchronized void oublierCeuxDe(String debut) {
    etats.keySet().removeIf(c -> c.startsWith(debut));
  }

  /** Number of keys in memory. */
  public synchronized int taille() {
    return etats.size();
  }

  private Etat courant(String cle, Instant maintenant) {
    Etat e = etats.get(cle);
    return e == null || e.dernier().plus(memoire).isBefore(maintenant) ? new Etat(0, maintenant, maintenant) : e;
  }

  private Duration attente(int rates) {
    if (rates < libres) {
      return Duration.ZERO;
    }
    Duration attente = PREMIERE_ATTENTE.multipliedBy(1L << Math.min(rates - libres, 10));
    return attente.compareTo(ATTENTE_AU_PLUS) > 0 ? ATTENTE_AU_PLUS : attente;
  }
}
