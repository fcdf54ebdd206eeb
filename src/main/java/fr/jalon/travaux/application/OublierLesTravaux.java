package fr.jalon.travaux.application;

import fr.jalon.habilitations.Oublis;
import fr.jalon.parametres.Parametres;
import fr.jalon.travaux.TravailRegulier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept for a while only: jobs that ended long ago name persons by their numbers, sessions name agents. */
@Configuration
class OublierLesTravaux {
  @Bean
  TravailRegulier orphelinsDesTravaux(Ouvrier ouvrier, @Value("${jalon.travaux.orphelins:1m}") java.time.Duration rythme) {
    return TravailRegulier.chaque("orphelins-des-travaux", "Rendre ce qui attendait un travail qui n'existe plus", rythme,
        ouvrier::rendreLesOrphelins);
  }

  @Bean
  TravailRegulier oubliDeLaPorte(Oublis oublis, @Value("${jalon.travaux.porte:5m}") java.time.Duration rythme) {
    return TravailRegulier.chaque("oubli-de-la-porte", "Oublier les sessions finies et les essais qui ne comptent plus", rythme, oublis::oublier);
  }

  @Bean
  TravailRegulier oubliDesTravaux(RegistreDesTravaux registre, Parametres parametres, Clock horloge,
      @Value("${jalon.travaux.oubli:0 45 3 * * *}") String cron) {
    return TravailRegulier.aLHeure("oubli-des-travaux", "Effacer les travaux terminés depuis longtemps", cron, horloge.getZone(), () ->
        registre.oublierAvant(OffsetDateTime.now(horloge).minusDays(parametres.jours("travaux.conservation_jours", LocalDate.now(horloge)))));
  }
}
