package fr.jalon.echanges.webhooks.application;

import fr.jalon.travaux.TravailRegulier;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends every few seconds what is due, and forgets once a day what ended long ago. */
@Configuration
class EnvoisPlanifies {
  private static final Logger TRACE = LoggerFactory.getLogger(EnvoisPlanifies.class);
  /** Rounds in a row: what waits behind is not held up by a partner who is slow. */
  private static final int TOURS = 5;

  @Bean
  TravailRegulier livraisons(EnvoyerLesLivraisons envoyer, @Value("${jalon.webhooks.rythme:3s}") Duration rythme) {
    return TravailRegulier.chaque("livraisons", "Porter aux partenaires ce qui les attend", rythme, () -> {
      int total = 0;
      int envoyees = envoyer.executer();
      for (int tour = 1; envoyees > 0 && tour < TOURS; tour++) {
        total += envoyees;
        envoyees = envoyer.executer();
      }
      if (total > 0) {
        TRACE.debug("{} livraisons tentées", total);
      }
    });
  }

  @Bean
  TravailRegulier oubliDesLivraisons(EnvoyerLesLivraisons envoyer, Clock horloge, @Value("${jalon.webhooks.oubli:0 40 3 * * *}") String cron) {
    return TravailRegulier.aLHeure("oubli-des-livraisons", "Effacer les livraisons terminées depuis longtemps", cron,
        horloge.getZone(), envoyer::oublier);
  }
}
