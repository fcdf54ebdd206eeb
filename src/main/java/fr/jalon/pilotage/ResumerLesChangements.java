package fr.jalon.pilotage;

import fr.jalon.travaux.TravailRegulier;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Once a night, what changed a table from one day is one line: the sum is the same, and so are the figures kept. */
@Configuration
class ResumerLesChangements {
  private final JdbcClient base;

  ResumerLesChangements(@Qualifier("chargement") JdbcClient base) {
    this.base = base;
  }

  @Bean
  TravailRegulier resumeDesChangements(Clock horloge, @Value("${jalon.pilotage.resume:0 50 3 * * *}") String cron) {
    return TravailRegulier.aLHeure("resume-des-changements", "Résumer ce qui a changé dans les tables des indicateurs", cron,
        horloge.getZone(), this::executer);
  }

  /** In one statement: nobody counts in between. */
  void executer() {
    base.sql("""
        with anciens as (delete from pilotage.changement c where exists (
            select from pilotage.changement d where d.source = c.source and d.depuis = c.depuis and d.id <> c.id) returning source, depuis, fois)
        insert into pilotage.changement (source, depuis, fois) select source, depuis, sum(fois) from anciens group by source, depuis""").update();
  }
}
