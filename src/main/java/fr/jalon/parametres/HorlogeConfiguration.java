package fr.jalon.parametres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock of the instance: the system's, or one that starts at the day a demonstration is set in ({@code jalon.horloge=2025-09-08}). */
@Configuration
class HorlogeConfiguration {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @Bean
  Clock horloge(@Value("${jalon.horloge:}") String depart) {
    Clock systeme = Clock.system(PARIS);
    if (depart.isBlank()) {
      return systeme;
    }
    Instant midi = LocalDate.parse(depart).atTime(9, 0).atZone(PARIS).toInstant();
    return Clock.offset(systeme, Duration.between(systeme.instant(), midi));
  }
}
