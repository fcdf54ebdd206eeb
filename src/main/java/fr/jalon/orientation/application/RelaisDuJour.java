package fr.jalon.orientation.application;

import fr.jalon.travaux.TravailRegulier;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every five minutes, the hand-overs whose day has come: just after midnight, or soon after a server that was off is back. */
@Configuration
class RelaisDuJour {
  @Bean
  TravailRegulier relaisPrevus(FaireLesRelaisPrevus faire, Clock horloge, @Value("${jalon.relais.prevus:30 */5 * * * *}") String cron) {
    return TravailRegulier.aLHeure("relais-prevus", "Faire les passages de relais prévus, et leurs retours", cron, horloge.getZone(),
        faire::executer);
  }
}
