package fr.jalon.habilitations;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import fr.jalon.demarrage.Preparation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Tells PostgreSQL, at the start of each transaction, who is at work, what she may see (row-level security) and how long
 * she may wait. Outside a transaction nothing was told, and nothing is seen.
 */
class GestionnaireDePerimetre extends JdbcTransactionManager {
  private static final long serialVersionUID = 1L;
  private final transient AgentCourant agentCourant;
  private final transient HikariDataSource agents;
  private final transient LimitesDesRequetes limites;
  private final transient Preparation preparation;

  GestionnaireDePerimetre(HikariDataSource agents, AgentCourant agentCourant, LimitesDesRequetes limites, Preparation preparation) {
    super(agents);
    this.agents = agents;
    this.agentCourant = agentCourant;
    this.limites = limites;
    this.preparation = preparation;
  }

  @Override
  protected void prepareTransactionalConnection(Connection connexion, TransactionDefinition definition) throws SQLException {
    super.prepareTransactionalConnection(connexion, definition);
    Perimetre p = agentCourant.perimetre();
    LimitesDesRequetes.Limite limite = limites.courante();
    // a server that fell silent in the middle of an answer
    connexion.setNetworkTimeout(Runnable::run, limite == limites.pages() ? limite.silence() : 0);
    try (PreparedStatement reglage = connexion.prepareStatement("""
        select set_config('jalon.agent', ?, true), set_config('jalon.ressources', ?, true), set_config('jalon.partout', ?, true),
               set_config('jalon.territoires', ?, true), set_config('jalon.organisations', ?, true),
               set_config('lock_timeout', ?, true), set_config('statement_timeout', ?, true),
               set_config('synchronous_commit', coalesce(?, current_setting('synchronous_commit')), true)""")) {
      reglage.setString(1, p.agent());
      reglage.setString(2, String.join(",", p.ressources()));
      reglage.setString(3, p.partout() ? "oui" : "non");
      reglage.setString(4, tableau(p.territoires()));
      reglage.setString(5, tableau(p.organisations()));
      reglage.setString(6, Long.toString((serre() ? limite.serree() : limite.verrou()).toMillis()));
      reglage.setString(7, Long.toString(limite.requete().toMillis()));
      // an instance that is still being made is resumed where it was cut: losing its last instants costs nothing, waiting for the disk at each of its
      // acts does
      reglage.setString(8, preparation.enCours() ? "off" : null);
      reglage.execute();
    }
  }

  /** Half of the connections are at work: if they all wait for the same thing, the others must come back soon to whoever asks something else. */
  private boolean serre() {
    HikariPoolMXBean etat = agents.getHikariPoolMXBean();
    return etat != null && etat.getActiveConnections() * 2 > agents.getMaximumPoolSize();
  }

  private static String tableau(List<Integer> valeurs) {
    return valeurs.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}
