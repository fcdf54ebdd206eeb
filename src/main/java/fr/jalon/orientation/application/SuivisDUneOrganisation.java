package fr.jalon.orientation.application;

import fr.jalon.structures.SuivisTenus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those of the RSA, in abeyance included. */
@Component
class SuivisDUneOrganisation implements SuivisTenus {
  private final JdbcClient base;

  SuivisDUneOrganisation(JdbcClient base) {
    this.base = base;
  }

  @Override
  public long de(int organisation) {
    return base.sql("select orientation.suivis_de_l_organisation(?)").param(organisation).query(Long.class).single();
  }
}
