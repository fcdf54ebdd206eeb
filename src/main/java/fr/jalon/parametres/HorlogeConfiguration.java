package fr.jalon.parametres;

import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock of the instance: the system's, or one that starts at the day a demonstration is set in ({@code jalon.horloge=2025-09-08}). */
@Configuration
class HorlogeConfiguration {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final int NEUF_HEURES = 9;

  @Bean
  Horloge horloge(@Value("${jalon.horloge:}") String depart) {
    Horloge horloge = new Horloge(PARIS);
    if (!depart.isBlank()) {
      horloge.regler(LocalDate.parse(depart).atTime(NEUF_HEURES, 0));
    }
    return horloge;
  }
}
