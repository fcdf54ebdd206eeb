package fr.jalon.echeances;

import fr.jalon.travaux.TravailRegulier;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps once a day, at night; a server that was off at night, or whose clock was moved, does it at the next hour. */
@Configuration
class BalayageQuotidien {
  private static final Logger TRACE = LoggerFactory.getLogger(BalayageQuotidien.class);

  @Bean
  TravailRegulier balayage(BalayerLesEcheances balayer, Clock horloge, @Value("${jalon.echeances.balayage:0 10 * * * *}") String cron) {
    return TravailRegulier.aLHeure("balayage", "Remettre les échéances d'accord avec ce qu'elles suivent", cron, horloge.getZone(), () -> {
      if (!balayer.faitAujourdhui()) {
        BalayerLesEcheances.Bilan bilan = balayer.executer("balayage");
        TRACE.info("Échéances du {} : {} mises à jour, {}", bilan.jour(), bilan.changees(), bilan.comptes());
      }
    });
  }
}
