package fr.jalon.habilitations;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/**
 * The owner's door has two pools: a page that reads an account never waits behind the loading of a file, nor longer than a page may.
 */
class PorteDuProprietaire extends AbstractRoutingDataSource {

  /**
   * @param pages   pool of what pages ask: accounts, registers
   * @param travaux pool of loading, sweeps, commands
   */
  PorteDuProprietaire(DataSource pages, DataSource travaux) {
    setTargetDataSources(Map.of(true, pages, false, travaux));
    afterPropertiesSet();
  }

  @Override
  protected Object determineCurrentLookupKey() {
    return LimitesDesRequetes.pourUnePage();
  }
}
