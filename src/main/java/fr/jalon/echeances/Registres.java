package fr.jalon.echeances;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register through each of the two doors to PostgreSQL. */
@Configuration
class Registres {

  @Bean
  @Primary
  Echeances echeances(JdbcClient base) {
    return new Echeances(base);
  }

  @Bean
  @Qualifier("chargement")
  Echeances echeancesDeChargement(@Qualifier("chargement") JdbcClient base) {
    return new Echeances(base);
  }
}
