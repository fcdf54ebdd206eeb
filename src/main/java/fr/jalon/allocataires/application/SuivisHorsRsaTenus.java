package fr.jalon.allocataires.application;

import fr.jalon.structures.SuivisTenus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those outside the RSA. */
@Component
class SuivisHorsRsaTenus implements SuivisTenus {
  private final JdbcClient base;

  SuivisHorsRsaTenus(JdbcClient base) {
    this.base = base;
  }

  @Override
  public long de(int organisation) {
    return base.sql("select allocataires.suivis_hors_rsa_de(?)").param(organisation).query(Long.class).single();
  }
}
