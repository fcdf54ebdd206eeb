package fr.jalon.diagnostic.application;

import fr.jalon.allocataires.SuitLaPersonne;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The diagnostics of a person follow her when two records are found to be one. Drafts stay: they belong to who types. */
@Configuration("suitesDesFusionsDuDiagnostic")
class SuitesDesFusions {

  @Bean
  SuitLaPersonne suiteDesDiagnostics(JdbcClient base) {
    return new Suite(base, "diagnostic.diagnostic");
  }

  @Bean
  SuitLaPersonne suiteDesRecommandations(JdbcClient base) {
    return new Suite(base, "diagnostic.recommandation");
  }

  private record Suite(JdbcClient base, String suite) implements SuitLaPersonne {
    @Override
    public List<Long> deplacer(long de, long vers) {
      return base.sql("update %s set personne_id = :vers where personne_id = :de returning id".formatted(suite)).param("vers", vers).param("de", de)
          .query(Long.class).list();
    }

    @Override
    public void rendre(List<Long> lignes, long a) {
      base.sql("update %s set personne_id = :a where id = any(:lignes::bigint[])".formatted(suite)).param("a", a)
          .param("lignes", lignes.stream().mapToLong(Long::longValue).toArray()).update();
    }
  }
}
