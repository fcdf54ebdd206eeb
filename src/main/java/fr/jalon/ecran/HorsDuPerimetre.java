package fr.jalon.ecran;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.core.NestedExceptionUtils;

/** How PostgreSQL says that a row written would be outside of what this agent may write. Its sentence is in the language of the server: not read. */
public final class HorsDuPerimetre {
  private static final String PRIVILEGE = "42501";
  /** The function of PostgreSQL that checks a row against the policies; a missing grant is said by others. */
  private static final String CONTROLE = "ExecWithCheckOptions";

  private HorsDuPerimetre() {}

  /** True when that is why it failed. */
  public static boolean est(Throwable echec) {
    return NestedExceptionUtils.getMostSpecificCause(echec) instanceof SQLException sql && PRIVILEGE.equals(sql.getSQLState())
        && sql instanceof PSQLException p
        && p.getServerErrorMessage() instanceof ServerErrorMessage m && CONTROLE.equals(m.getRoutine());
  }
}
