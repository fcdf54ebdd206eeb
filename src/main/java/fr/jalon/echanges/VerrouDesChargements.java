package fr.jalon.echanges;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The number of the PostgreSQL lock under which persons and rights are written: one load at a time, whoever starts it. */
public final class VerrouDesChargements {
  /** To give to {@code pg_advisory_xact_lock}. */
  public static final long NUMERO = 0x4a414c4f4eL;

  private VerrouDesChargements() {}

  /**
   * Takes the lock, however long the load before lasts: the limits of the connection are made for rows, and they are put back once it is held.
   *
   * @param connexion in a transaction, at the end of which the lock is given back
   */
  public static void attendre(Connection connexion) throws SQLException {
    try (Statement s = connexion.createStatement()) {
      String limites;
      try (ResultSet l =
          s.executeQuery("select format('set local lock_timeout = %L; set local statement_timeout = %L', current_setting('lock_timeout'), current_setting('statement_timeout'))")) {
        l.next();
        limites = l.getString(1);
      }
      s.execute("set local lock_timeout = 0; set local statement_timeout = 0");
      s.execute("select pg_advisory_xact_lock(" + NUMERO + ")");
      s.execute(limites);
    }
  }
}
