package fr.jalon.parametres;

import fr.jalon.socle.Fuseau;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The clock of the instance: the system's, or one that starts at the day a demonstration is set in ({@code jalon.horloge=2025-09-08}). Its hour
 * is that of the Département: see {@link Fuseau}.
 */
@Configuration
class HorlogeConfiguration {
  private static final int NEUF_HEURES = 9;

  @Bean
  Horloge horloge(@Value("${jalon.horloge:}") String depart, @Value("${jalon.fuseau:}") String fuseau, @Value("${TZ:}") String machine,
      @Value("${jalon.departement:}") String departement) {
    // what cannot be read was told once, when the program started
    Horloge horloge = new Horloge(Fuseau.choisir(fuseau, machine, departement, _ -> { }));
    if (!depart.isBlank()) {
      horloge.regler(LocalDate.parse(depart).atTime(NEUF_HEURES, 0));
    }
    return horloge;
  }
}
