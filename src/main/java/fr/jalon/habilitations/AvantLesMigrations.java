package fr.jalon.habilitations;

import fr.jalon.demarrage.DemarrageImpossible;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/** Refuses in one sentence a PostgreSQL on which the migrations would fail half-way: too old, or without the role that it may not create. */
@Component
class AvantLesMigrations implements Callback {
  private static final int PREMIERE = 13;
  private final AccesALaBase acces;

  AvantLesMigrations(AccesALaBase acces) {
    this.acces = acces;
  }

  @Override
  public boolean supports(Event evenement, Context contexte) {
    return evenement == Event.BEFORE_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event evenement, Context contexte) {
    return true;
  }

  @Override
  public String getCallbackName() {
    return "avant les migrations";
  }

  @Override
  public void handle(Event evenement, Context contexte) {
    try {
      Connection c = contexte.getConnection();
      verifierLaVersion(c.getMetaData().getDatabaseMajorVersion());
      verifierLeRole(c);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param majeure for example 15
   * @throws DemarrageImpossible when it is too old
   */
  static void verifierLaVersion(int majeure) {
    if (majeure < PREMIERE) {
      throw new DemarrageImpossible("Ce PostgreSQL est de version " + majeure + " et Jalon en demande une de " + PREMIERE
          + " ou plus : rien n'a été changé. Mettez-le à jour, ou donnez dans JALON_DB_URL un serveur plus récent.");
    }
  }

  private void verifierLeRole(Connection c) throws SQLException {
    try (Statement s = c.createStatement(); ResultSet ligne = s.executeQuery("""
        select exists (select from pg_roles where rolname = 'jalon_application')
          or exists (select from pg_roles where rolname = current_user and (rolcreaterole or rolsuper))""")) {
      ligne.next();
      if (!ligne.getBoolean(1)) {
        throw new DemarrageImpossible(("« %1$s » n'a pas le droit de créer des rôles : rien n'a été changé. Faites exécuter par l'administrateur de la "
            + "base : create role %3$s nologin; create role %2$s login noinherit password '…'; grant %3$s to %1$s, %2$s; puis donnez ce mot de passe "
            + "dans JALON_DB_APPLICATION_PASSWORD.").formatted(acces.proprietaire().utilisateur(), acces.agents()
            .utilisateur(), PorteDesAgents.ROLE));
      }
    }
  }
}
