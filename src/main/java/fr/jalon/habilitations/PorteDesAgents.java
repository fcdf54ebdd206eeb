package fr.jalon.habilitations;

import fr.jalon.demarrage.ConnexionPostgres;
import fr.jalon.demarrage.DemarrageImpossible;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;

/**
 * After the migrations, makes sure that the agents' login exists and comes in. That login inherits nothing and is a member of
 * {@code jalon_application} only: whoever would leave this role ({@code reset role}) finds a login that may read and write nothing.
 */
@Component
class PorteDesAgents implements Callback {
  /** The role under which agents work; owned by nobody, made by the first migration. */
  static final String ROLE = "jalon_application";
  private static final Set<String> FERMEE = Set.of("28P01", "28000", "42501", "42704", "22023");
  private final AccesALaBase acces;

  PorteDesAgents(AccesALaBase acces) {
    this.acces = acces;
  }

  @Override
  public boolean supports(Event evenement, Context contexte) {
    return evenement == Event.AFTER_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event evenement, Context contexte) {
    return true;
  }

  @Override
  public String getCallbackName() {
    return "porte des agents";
  }

  @Override
  public void handle(Event evenement, Context contexte) {
    try {
      ouvrir();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void ouvrir() throws SQLException {
    if (refus() == null) {
      return;
    }
    SQLException echec = preparer();
    SQLException refus = refus();
    if (refus != null) {
      String login = acces.agents().utilisateur();
      throw new DemarrageImpossible(("PostgreSQL ne laisse pas entrer « %1$s », le compte sous lequel travaillent les agents (%2$s). Faites exécuter par "
          + "l'administrateur de la base : create role %1$s login noinherit password '…'; grant %3$s to %1$s; puis donnez ce mot de passe dans "
          + "JALON_DB_APPLICATION_PASSWORD (et le nom du compte dans JALON_DB_APPLICATION_USER s'il est autre).")
          .formatted(login, (echec == null ? refus : echec).getMessage().lines().findFirst().orElse(""), ROLE), refus);
    }
  }

  /** Why the agents' login does not come in, or {@code null} when it does. */
  private SQLException refus() throws SQLException {
    try (Connection c = new SourceDirecte(acces.agents(), Map.of()).getConnection(); Statement s = c.createStatement()) {
      s.execute("set role " + ROLE);
      return null;
    } catch (SQLException e) {
      if (FERMEE.contains(String.valueOf(e.getSQLState()))) {
        return e;
      }
      throw e;
    }
  }

  /** Creates the login, gives it its password, the role and the database; returns what PostgreSQL refused, if it did. */
  private SQLException preparer() throws SQLException {
    ConnexionPostgres agents = acces.agents();
    SQLException echec = null;
    try (Connection c = new SourceDirecte(acces.proprietaire(), Map.of()).getConnection(); Statement s = c.createStatement()) {
      boolean connu = connu(c, agents.utilisateur());
      if (!connu) {
        echec = essayer(s, ordre(c, "create role %I login noinherit", agents.utilisateur()), echec);
      }
      if (!agents.motDePasse().isEmpty() && !(connu && acces.impose())) {
        try {
          // encrypted here: the password itself never reaches the server, nor its log
          c.unwrap(PGConnection.class).alterUserPassword(agents.utilisateur(), agents.motDePasse().toCharArray(), "scram-sha-256");
        } catch (SQLException e) {
          echec = echec == null ? e : echec;
        }
      }
      echec = essayer(s, ordre(c, "grant " + ROLE + " to %I", agents.utilisateur()), echec);
      echec = essayer(s, ordre(c, "grant connect on database %2$I to %1$I", agents.utilisateur()), echec);
    }
    return echec;
  }

  private static boolean connu(Connection c, String login) throws SQLException {
    try (PreparedStatement s = c.prepareStatement("select from pg_roles where rolname = ?")) {
      s.setString(1, login);
      try (ResultSet lignes = s.executeQuery()) {
        return lignes.next();
      }
    }
  }

  /** The order with its names quoted by PostgreSQL: the login, the database. */
  private static String ordre(Connection c, String gabarit, String login) throws SQLException {
    try (PreparedStatement s = c.prepareStatement("select format(?, ?::text, current_database())")) {
      s.setString(1, gabarit);
      s.setString(2, login);
      try (ResultSet ligne = s.executeQuery()) {
        ligne.next();
        return ligne.getString(1);
      }
    }
  }

  /** Another server may do the same at the same time, or the administrator have done it: only the way in counts, at the end. */
  private static SQLException essayer(Statement s, String ordre, SQLException premier) {
    try {
      s.execute(ordre);
      return premier;
    } catch (SQLException e) {
      return premier == null ? e : premier;
    }
  }
}
