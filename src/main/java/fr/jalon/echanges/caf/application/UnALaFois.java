package fr.jalon.echanges.caf.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.stereotype.Component;

/** What looks at the register, then writes there, about one content: one at a time, on all servers. Two drops of the same file at the same time end as one. */
@Component
class UnALaFois {
  private final DataSource source;

  /** @param source not that of the pages: who waits here keeps no connection from who is at work there */
  UnALaFois(@FlywayDataSource DataSource source) {
    this.source = source;
  }

  /** @param sha256 the content */
  <T> T faire(String sha256, Supplier<T> acte) {
    try (Connection c = source.getConnection()) {
      c.setAutoCommit(false);
      try (PreparedStatement verrou = c.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
        verrou.setString(1, "echanges.import " + sha256);
        verrou.execute();
        return acte.get();
      } finally {
        c.rollback();
        c.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new SQLErrorCodeSQLExceptionTranslator(source).translate("verrou d'un contenu", null, e);
    }
  }
}
