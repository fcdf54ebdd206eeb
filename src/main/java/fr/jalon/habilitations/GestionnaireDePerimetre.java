package fr.jalon.habilitations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Tells PostgreSQL, at the start of each transaction, who is at work and what she may see (row-level security).
 * Outside a transaction nothing was told, and nothing is seen.
 */
class GestionnaireDePerimetre extends JdbcTransactionManager {
  private static final long serialVersionUID = 1L;
  private final transient AgentCourant agentCourant;

  GestionnaireDePerimetre(DataSource source, AgentCourant agentCourant) {
    super(source);
    this.agentCourant = agentCourant;
  }

  @Override
  protected void prepareTransactionalConnection(Connection connexion, TransactionDefinition definition) throws SQLException {
    super.prepareTransactionalConnection(connexion, definition);
    Perimetre p = agentCourant.perimetre();
    try (PreparedStatement reglage = connexion.prepareStatement("""
        select set_config('jalon.agent', ?, true), set_config('jalon.ressources', ?, true), set_config('jalon.partout', ?, true),
               set_config('jalon.territoires', ?, true), set_config('jalon.organisations', ?, true)""")) {
      reglage.setString(1, p.agent());
      reglage.setString(2, String.join(",", p.ressources()));
      reglage.setString(3, p.partout() ? "oui" : "non");
      reglage.setString(4, tableau(p.territoires()));
      reglage.setString(5, tableau(p.organisations()));
      reglage.execute();
    }
  }

  private static String tableau(List<Integer> valeurs) {
    return valeurs.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}
