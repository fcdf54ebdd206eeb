package fr.jalon.pilotage;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Once a night, what changed a table from one day is one line: the sum is the same, and so are the figures kept. */
@Component
@ConditionalOnWebApplication
class ResumerLesChangements {
  private final JdbcClient base;

  ResumerLesChangements(@Qualifier("chargement") JdbcClient base) {
    this.base = base;
  }

  /** In one statement: nobody counts in between. What two servers do at once, the second finds done. */
  @Scheduled(cron = "${jalon.pilotage.resume:0 50 3 * * *}", zone = "#{@horloge.zone.id}")
  void executer() {
    base.sql("""
        with anciens as (delete from pilotage.changement c where exists (
            select from pilotage.changement d where d.source = c.source and d.depuis = c.depuis and d.id <> c.id) returning source, depuis, fois)
        insert into pilotage.changement (source, depuis, fois) select source, depuis, sum(fois) from anciens group by source, depuis""").update();
  }
}
