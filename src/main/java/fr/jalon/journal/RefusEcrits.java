package fr.jalon.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many refused logins are written one by one: whoever has no account may be refused millions of times, and the journal only grows. Past the
 * limit one line says that the others are not written. On each server: a storm of refusals asks the database nothing.
 */
@Component
class RefusEcrits {
  private static final Duration UNE_HEURE = Duration.ofHours(1);
  private final Clock horloge;
  private final int parHeure;
  private Instant depuis;
  private int ecrites;

  RefusEcrits(Clock horloge, @Value("${jalon.journal.refus-par-heure:1000}") int parHeure) {
    this.horloge = horloge;
    this.parHeure = parHeure;
    depuis = horloge.instant();
  }

  /** What to do of a refusal. */
  enum Suite {
    /** Write it. */
    ECRIRE,
    /** Write that the next ones are not. */
    DIRE_QUE_LA_SUITE_N_EST_PAS_ECRITE,
    /** Nothing. */
    TAIRE
  }

  synchronized Suite suite() {
    Instant maintenant = horloge.instant();
    if (!maintenant.isBefore(depuis.plus(UNE_HEURE))) {
      depuis = maintenant;
      ecrites = 0;
    }
    ecrites = Math.min(ecrites + 1, parHeure + 2);
    return ecrites <= parHeure ? Suite.ECRIRE : ecrites == parHeure + 1 ? Suite.DIRE_QUE_LA_SUITE_N_EST_PAS_ECRITE : Suite.TAIRE;
  }
}
