package fr.jalon.habilitations;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the door keeps for a while only. */
@Component
public class Oublis {
  private final EssaisPartages essais;
  private final JdbcClient base;

  Oublis(EssaisPartages essais, @Qualifier("chargement") JdbcClient base) {
    this.essais = essais;
    this.base = base;
  }

  /** Forgets the sessions that are over and the tries that no longer count. */
  public void oublier() {
    base.sql("delete from habilitations.session where expiry_time < ?").param(System.currentTimeMillis()).update();
    essais.oublier();
  }
}
