package fr.jalon.courriers.application;

import fr.jalon.allocataires.SuitLaPersonne;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two persons found to be one: what was written to the one was written to the other. */
@Configuration
class SuiteDesFusions {
  @Bean
  SuitLaPersonne suiteDesMessages(JdbcClient base) {
    return new Suite(base, "message");
  }

  @Bean
  SuitLaPersonne suiteDesPassagesDeMessages(JdbcClient base) {
    return new Suite(base, "passage");
  }

  private record Suite(JdbcClient base, String table) implements SuitLaPersonne {
    @Override
    public String suite() {
      return "courriers." + table;
    }

    @Override
    public List<Long> deplacer(long de, long vers) {
      return base.sql("""
          update courriers.%s x set personne_id = p.id, territoire_id = p.territoire_id from allocataires.personne p
          where p.id = :vers and x.personne_id = :de returning x.id""".formatted(table)).param("de", de).param("vers", vers).query(Long.class).list();
    }

    @Override
    public void rendre(List<Long> lignes, long a) {
      base.sql("update courriers.%s x set personne_id = p.id, territoire_id = p.territoire_id from allocataires.personne p where p.id = :a and x.id = any(:lignes::bigint[])"
          .formatted(table)).param("a", a).param("lignes", lignes.stream().mapToLong(Long::longValue).toArray()).update();
    }
  }
}
