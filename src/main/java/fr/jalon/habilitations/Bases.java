package fr.jalon.habilitations;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two doors to the same PostgreSQL. The agents' door connects under {@code jalon_application}, which owns no table and is subject to
 * row-level security. The loading door ({@code @Qualifier("chargement")}) is the owner's: migrations, the loading of files (COPY is
 * refused under row-level security) and the reading of accounts before anyone is known. Only those use it.
 */
@Configuration
class Bases {

  @Bean
  @Primary
  HikariDataSource application(@Value("${spring.datasource.url}") String url, @Value("${spring.datasource.username}") String utilisateur,
      @Value("${spring.datasource.password:}") String motDePasse, @Value("${jalon.db.connexions:16}") int connexions) {
    HikariDataSource source = source(url, utilisateur, motDePasse, "agents", connexions);
    source.setConnectionInitSql("set role jalon_application");
    return source;
  }

  @Bean
  @FlywayDataSource
  @Qualifier("chargement")
  HikariDataSource chargementSource(@Value("${spring.datasource.url}") String url, @Value("${spring.datasource.username}") String utilisateur,
      @Value("${spring.datasource.password:}") String motDePasse) {
    return source(url, utilisateur, motDePasse, "chargement", 6);
  }

  private static HikariDataSource source(String url, String utilisateur, String motDePasse, String nom, int connexions) {
    HikariDataSource source = new HikariDataSource();
    source.setJdbcUrl(url);
    source.setUsername(utilisateur);
    source.setPassword(motDePasse);
    source.setPoolName(nom);
    source.setMaximumPoolSize(connexions);
    source.setMinimumIdle(1);
    return source;
  }

  @Bean
  @Primary
  PlatformTransactionManager transactions(DataSource application, AgentCourant agentCourant) {
    return new GestionnaireDePerimetre(application, agentCourant);
  }

  @Bean
  @Qualifier("chargement")
  PlatformTransactionManager transactionsDeChargement(@Qualifier("chargement") DataSource source) {
    return new JdbcTransactionManager(source);
  }

  @Bean
  @Primary
  TransactionTemplate transaction(PlatformTransactionManager transactions) {
    return new TransactionTemplate(transactions);
  }

  @Bean
  @Qualifier("chargement")
  TransactionTemplate transactionDeChargement(@Qualifier("chargement") PlatformTransactionManager transactions) {
    return new TransactionTemplate(transactions);
  }

  @Bean
  @Primary
  JdbcClient base(DataSource application) {
    return JdbcClient.create(application);
  }

  @Bean
  @Qualifier("chargement")
  JdbcClient baseDeChargement(@Qualifier("chargement") DataSource source) {
    return JdbcClient.create(source);
  }
}
