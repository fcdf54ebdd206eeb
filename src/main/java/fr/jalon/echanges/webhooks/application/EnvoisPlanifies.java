package fr.jalon.echanges.webhooks.application;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Sends every few seconds what is due, and forgets once a day what ended long ago. */
@Configuration
@ConditionalOnWebApplication
class EnvoisPlanifies {
  private static final Logger TRACE = LoggerFactory.getLogger(EnvoisPlanifies.class);
  /** Rounds in a row, so that the schedule of the others is not held up. */
  private static final int TOURS = 5;
  private final EnvoyerLesLivraisons envoyer;

  EnvoisPlanifies(EnvoyerLesLivraisons envoyer) {
    this.envoyer = envoyer;
  }

  @Scheduled(fixedDelayString = "${jalon.webhooks.rythme:3s}", initialDelayString = "${jalon.webhooks.rythme:3s}")
  void envoyer() {
    int total = 0;
    int envoyees = envoyer.executer();
    for (int tour = 1; envoyees > 0 && tour < TOURS; tour++) {
      total += envoyees;
      envoyees = envoyer.executer();
    }
    if (total > 0) {
      TRACE.debug("{} livraisons tentées", total);
    }
  }

  @Scheduled(cron = "${jalon.webhooks.oubli:0 40 3 * * *}", zone = "Europe/Paris")
  void oublier() {
    envoyer.oublier();
  }
}
