package fr.jalon.habilitations.comptes;

import fr.jalon.socle.RefusMetier;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A password hash takes a processor and memory on purpose: only so many are computed at once, the others wait a little, then are told to come
 * back. Two lanes, so that a crowd of strangers at the door keeps nobody out who is already known.
 */
final class FileDesEmpreintes {
  /** Who waits. */
  enum Voie {
    /** Nobody known: whoever may type something in the login page. */
    INCONNU,
    /** A device known of the account, or an agent already in. */
    CONNU
  }

  private final Map<Voie, Semaphore> places = new EnumMap<>(Voie.class);
  private final int attente;
  private final Duration patience;

  /** @param places computed at once in each lane @param attente how many may wait in each lane @param patience how long */
  FileDesEmpreintes(int places, int attente, Duration patience) {
    for (Voie voie : Voie.values()) {
      this.places.put(voie, new Semaphore(places, true));
    }
    this.attente = attente;
    this.patience = patience;
  }

  /** @throws RefusMetier ENCOMBREMENT when too many wait, or for too long */
  <T> T passer(Voie voie, Supplier<T> calcul) {
    Semaphore s = places.get(voie);
    try {
      // the length is an estimate: one more or one less in the queue changes nothing
      if (!s.tryAcquire() && (s.getQueueLength() >= attente || !s.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS))) {
        throw encombrement();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw encombrement();
    }
    try {
      return calcul.get();
    } finally {
      s.release();
    }
  }

  private static RefusMetier encombrement() {
    return new RefusMetier("ENCOMBREMENT",
        "Beaucoup de connexions arrivent en même temps : votre mot de passe n'a pas été vérifié. Réessayez dans quelques secondes.");
  }
}
