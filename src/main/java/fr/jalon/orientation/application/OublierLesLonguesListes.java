package fr.jalon.orientation.application;

import fr.jalon.parametres.Parametres;
import fr.jalon.travaux.TravailRegulier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A long list that ended long ago is erased, as the jobs that made it are. */
@Configuration
class OublierLesLonguesListes {
  @Bean
  TravailRegulier oubliDesLonguesListes(LonguesListes listes, Parametres parametres, Clock horloge,
      @Value("${jalon.orientation.oubli:0 46 3 * * *}") String cron) {
    return TravailRegulier.aLHeure("oubli-des-longues-listes", "Effacer les longues listes d'orientations terminées depuis longtemps", cron,
        horloge.getZone(), () ->
        listes.oublierAvant(OffsetDateTime.now(horloge).minusDays(parametres.jours("travaux.conservation_jours", LocalDate.now(horloge)))));
  }
}
