package fr.jalon.echanges.webhooks.domaine;

import java.time.Duration;

/**
 * When a delivery that failed is tried again: the wait doubles each time, six hours at most.
 *
 * @param nombre       tries before it is given up, at least 1
 * @param premierDelai wait between the first two
 */
public record Essais(int nombre, Duration premierDelai) {
  private static final Duration PLUS_LONG = Duration.ofHours(6);
  /** Past this, doubling says nothing more. */
  private static final int DOUBLEMENTS = 30;

  /** True when no other try follows that one. @param faits tries made, this one included */
  public boolean epuises(int faits) {
    return faits >= nombre;
  }

  /** Wait after a failure. @param faits tries made, from 1 */
  public Duration attente(int faits) {
    long secondes = premierDelai.toSeconds() << Math.min(faits - 1, DOUBLEMENTS);
    return secondes <= 0 || secondes > PLUS_LONG.toSeconds() ? PLUS_LONG : Duration.ofSeconds(secondes);
  }
}
