package fr.jalon.travaux.application;

import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.socle.Chiffrement;
import fr.jalon.travaux.TravailRegulier;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.core.EventSerializer;

/**
 * What follows an act, once it is written: done at once by the server where the agent acted; the act's transaction keeps it (Spring Modulith),
 * and what a killed server left, or what failed, is done again.
 */
@Configuration(proxyBeanMethods = false)
class SuitesDesActes {
  private static final Duration VIVANT = Duration.ofMinutes(30);
  private static final Duration TROP_VIEUX = Duration.ofHours(2);

  /** Facts as they are kept: sealed, because they name persons, and may carry the code of a link. */
  @Bean
  EventSerializer faitsScelles(Chiffrement chiffrement) {
    return new EventSerializer() {
      @Override
      public Object serialize(Object fait) {
        return Base64.getEncoder().encodeToString(chiffrement.sceller(EnJson.ecrire(fait).getBytes(StandardCharsets.UTF_8)));
      }

      @Override
      public <T> T deserialize(Object garde, Class<T> type) {
        return EnJson.lire(new String(chiffrement.dechiffrer(Base64.getDecoder().decode((String) garde)), StandardCharsets.UTF_8), type);
      }
    };
  }

  @Bean
  TravailRegulier repriseDesSuites(IncompleteEventPublications restees, AgentSysteme systeme, @Qualifier("chargement") JdbcClient base, Clock horloge,
      @Value("${jalon.travaux.suites:1m}") Duration rythme) {
    return TravailRegulier.chaque("suites-des-actes", "Faire ce qui devait suivre un acte et ne l'a pas été", rythme,
        () -> systeme.agir("travaux", () -> {
      OffsetDateTime maintenant = OffsetDateTime.now(horloge);
      // what was to be done again and was not: its server died then
      base.sql("update travaux.event_publication set status = 'FAILED' where status = 'RESUBMITTED' and last_resubmission_date < ?")
          .param(maintenant.minus(VIVANT)).update();
      // what did not fail may still be under way, with the load that makes it
      restees.resubmitIncompletePublications(p -> p.getStatus() == EventPublication.Status.FAILED || p.getPublicationDate()
          .isBefore(maintenant.minus(VIVANT).toInstant()));
      int vieilles = base.sql("select count(*) from travaux.event_publication where publication_date < ?").param(maintenant.minus(TROP_VIEUX))
          .query(Integer.class).single();
      if (vieilles > 0) {
        throw new IllegalStateException(vieilles + " suites d'actes ne se font pas depuis plus de " + TROP_VIEUX.toHours() + " heures");
      }
      return null;
    }));
  }

  /** Modulith asks PostgreSQL its name through the agents' door, which opens with the first migration. */
  @Bean
  static BeanFactoryPostProcessor apresLesMigrations() {
    return fabrique -> {
      if (fabrique.containsBeanDefinition("databaseType")) {
        fabrique.getBeanDefinition("databaseType").setDependsOn("flywayInitializer");
      }
    };
  }
}
