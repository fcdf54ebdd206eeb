package fr.jalon.journal;

import fr.jalon.habilitations.Debit;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many refused logins are written one by one: whoever has no account may be refused millions of times, and the journal only grows. Past the
 * limit one line says that the others are not written.
 */
@Component
class RefusEcrits {
  private final Debit lignes;
  private boolean tus;

  RefusEcrits(Clock horloge, @Value("${jalon.journal.refus-par-heure:1000}") int parHeure) {
    lignes = new Debit(horloge, parHeure, Duration.ofHours(1));
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
    Debit.Essai essai = lignes.essayer("refus");
    boolean deja = tus;
    tus = !essai.permis();
    return essai.permis() ? Suite.ECRIRE : deja ? Suite.TAIRE : Suite.DIRE_QUE_LA_SUITE_N_EST_PAS_ECRITE;
  }
}
