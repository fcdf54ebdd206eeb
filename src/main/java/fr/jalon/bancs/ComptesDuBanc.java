package fr.jalon.bancs;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts of a bench: made anew at each run, whatever the one before left of them. */
final class ComptesDuBanc {
  private ComptesDuBanc() {}

  /** Erases accounts with the devices they were used from. @param identifiants as for {@code like} */
  static void oublier(JdbcClient base, String identifiants) {
    base.sql("delete from habilitations.appareil where agent_id in (select id from habilitations.agent where identifiant like ?)")
        .param(identifiants).update();
    base.sql("delete from habilitations.agent where identifiant like ?").param(identifiants).update();
  }
}
