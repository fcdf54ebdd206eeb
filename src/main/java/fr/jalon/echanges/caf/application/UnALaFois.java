package fr.jalon.echanges.caf.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.stereotype.Component;

/**
 * What looks at the register, then writes there, about one content: one at a time, on all servers. Two drops of the same file at the same time end as
 * one.
 */
@Component
class UnALaFois {
  private static final Logger LOG = LoggerFactory.getLogger(UnALaFois.class);
  private final DataSource source;

  /** @param source not that of the pages: who waits here keeps no connection from who is at work there */
  UnALaFois(@FlywayDataSource DataSource source) {
    this.source = source;
  }

  /** @param sha256 the content */
  <T> T faire(String sha256, Supplier<T> acte) {
    Connection c = prendre("echanges.import " + sha256);
    try {
      return acte.get();
    } finally {
      rendre(c);
    }
  }

  private Connection prendre(String quoi) {
    try {
      Connection c = source.getConnection();
      try (PreparedStatement verrou = c.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
        c.setAutoCommit(false);
        verrou.setString(1, quoi);
        verrou.execute();
        return c;
      } catch (SQLException e) {
        rendre(c);
        throw e;
      }
    } catch (SQLException e) {
      throw new SQLErrorCodeSQLExceptionTranslator(source).translate("verrou d'un contenu", null, e);
    }
  }

  /** A connection that fell gave its lock back by itself; what was done is done, and is not said refused. */
  private static void rendre(Connection c) {
    try (c) {
      c.rollback();
    } catch (SQLException e) {
      LOG.warn("La connexion d'un verrou est tombée : {}", e.getMessage());
    }
  }
}
