package fr.jalon.echeances;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Sweeps once a day, at night; a server that was off at night, or whose clock was moved, does it at the next hour. */
@Configuration
@EnableScheduling
@ConditionalOnWebApplication
class BalayageQuotidien {
  private static final Logger TRACE = LoggerFactory.getLogger(BalayageQuotidien.class);
  private final BalayerLesEcheances balayer;

  BalayageQuotidien(BalayerLesEcheances balayer) {
    this.balayer = balayer;
  }

  @Scheduled(cron = "${jalon.echeances.balayage:0 10 * * * *}", zone = "Europe/Paris")
  void chaqueHeure() {
    if (!balayer.faitAujourdhui()) {
      BalayerLesEcheances.Bilan bilan = balayer.executer("balayage");
      TRACE.info("Échéances du {} : {} mises à jour, {}", bilan.jour(), bilan.changees(), bilan.comptes());
    }
  }
}
