package fr.jalon.echanges;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread does, and fails when it does not come. */
public final class Attente {
  private Attente() {}

  public static void jusquA(String quoi, BooleanSupplier condition) {
    long fin = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > fin) {
        throw new AssertionError("N'est pas arrivé : " + quoi);
      }
      LockSupport.parkNanos(20_000_000);
    }
  }
}
