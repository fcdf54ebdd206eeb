package fr.jalon.habilitations;

import fr.jalon.demarrage.ConnexionPostgres;
import fr.jalon.demarrage.PostgresEmbarque;
import java.util.Map;
import java.util.Properties;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Connections without a pool, under one login: what the pools are filled with. It follows the embedded PostgreSQL when that one starts
 * again at another address, and does not wait long for a server that does not answer.
 */
public class SourceDirecte extends DriverManagerDataSource {

  /**
   * @param acces      server, login, password
   * @param proprietes more properties of the PostgreSQL driver
   */
  public SourceDirecte(ConnexionPostgres acces, Map<String, String> proprietes) {
    super(acces.url(), acces.utilisateur(), acces.motDePasse());
    Properties toutes = new Properties();
    toutes.putAll(Map.of("connectTimeout", "3", "loginTimeout", "5", "tcpKeepAlive", "true", "ApplicationName", "jalon"));
    toutes.putAll(proprietes);
    setConnectionProperties(toutes);
  }

  @Override
  public String getUrl() {
    String url = super.getUrl();
    return url == null ? null : PostgresEmbarque.adresseActuelle(url);
  }

  /** Ignored: the properties of the driver say it already. */
  @Override
  public void setLoginTimeout(int secondes) {
    // a pool asks for it
  }
}
