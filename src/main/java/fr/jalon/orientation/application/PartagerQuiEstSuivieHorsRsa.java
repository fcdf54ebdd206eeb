package fr.jalon.orientation.application;

import fr.jalon.allocataires.SuiviHorsRsaChange;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who follows a person outside the RSA sees her, with those whom this room says: both are counted again in the transaction of the act. */
@Component
class PartagerQuiEstSuivieHorsRsa {
  private final JdbcClient base;

  PartagerQuiEstSuivieHorsRsa(JdbcClient base) {
    this.base = base;
  }

  @EventListener
  void recalculer(SuiviHorsRsaChange change) {
    base.sql("select orientation.recalculer_organisations(:personnes::bigint[])").param("personnes", change.personnes().toArray(Long[]::new))
        .query((_, _) -> 0).list();
  }
}
