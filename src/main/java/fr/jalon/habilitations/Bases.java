package fr.jalon.habilitations;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.demarrage.Preparation;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two doors to the same PostgreSQL, behind four pools. The agents' door comes in under a login of its own that works as
 * {@code jalon_application}, which owns no table and is subject to row-level security. The loading door ({@code @Qualifier("chargement")}) is the
 * owner's: migrations, the loading of files (COPY is refused under row-level security) and the reading of accounts before anyone is known. Only
 * those use it. The sizes of the pools and the limits of what they carry are in {@code application.yaml}.
 */
@Configuration
@EnableConfigurationProperties(LimitesDesRequetes.class)
class Bases {

  @Bean
  @Primary
  @ConfigurationProperties("spring.datasource.hikari")
  HikariDataSource application(AccesALaBase acces) {
    return reserve("agents", new SourceDirecte(acces.agents(), Map.of()), "set role " + PorteDesAgents.ROLE);
  }

  /** What pages ask through the owner's door. */
  @Bean(defaultCandidate = false)
  @ConfigurationProperties("jalon.db.comptes")
  HikariDataSource comptesSource(AccesALaBase acces, LimitesDesRequetes limites) {
    return reserve("comptes", new SourceDirecte(acces.proprietaire(), Map.of("socketTimeout", silence(limites))), limites.pages().ordres());
  }

  @Bean
  @FlywayDataSource
  @ConfigurationProperties("jalon.db.chargement")
  HikariDataSource chargementSource(AccesALaBase acces, LimitesDesRequetes limites) {
    return reserve("chargement", new SourceDirecte(acces.proprietaire(), Map.of()), limites.travaux().ordres());
  }

  /** For Spring Security's stores of passkeys, which name their tables without a schema: anyone may ask them, two connections serve all. */
  @Bean(defaultCandidate = false)
  @ConfigurationProperties("jalon.db.cles")
  HikariDataSource clesSource(AccesALaBase acces, LimitesDesRequetes limites) {
    return reserve("cles", new SourceDirecte(acces.proprietaire(), Map.of("currentSchema", "habilitations", "socketTimeout", silence(limites))),
        limites.pages().ordres());
  }

  @Bean
  @Qualifier("chargement")
  DataSource porteDuProprietaire(@Qualifier("comptesSource") DataSource comptes, @FlywayDataSource DataSource chargement) {
    return new PorteDuProprietaire(comptes, chargement);
  }

  /** In seconds: a server that fell silent in the middle of an answer does not keep the connection of a page. */
  private static String silence(LimitesDesRequetes limites) {
    return Long.toString((limites.pages().silence() + 999) / 1000);
  }

  private static HikariDataSource reserve(String nom, SourceDirecte directe, String aLOuverture) {
    HikariDataSource source = new HikariDataSource();
    source.setDataSource(directe);
    source.setConnectionInitSql(aLOuverture);
    source.setPoolName(nom);
    return source;
  }

  /**
   * Made at once even by a command, whose beans wait to be asked: the registry of events reads through it when the process ends, too late to make it.
   */
  @Bean
  @Primary
  @Lazy(false)
  PlatformTransactionManager transactions(HikariDataSource application, AgentCourant agentCourant, LimitesDesRequetes limites,
      Preparation preparation) {
    return new GestionnaireDePerimetre(application, agentCourant, limites, preparation);
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
