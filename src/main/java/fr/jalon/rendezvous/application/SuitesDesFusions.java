package fr.jalon.rendezvous.application;

import fr.jalon.allocataires.SuitLaPersonne;
import fr.jalon.socle.RefusMetier;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The appointments of a person follow her when two records are found to be one. */
@Configuration("suitesDesFusionsDesRendezVous")
class SuitesDesFusions {

  @Bean
  SuitLaPersonne suiteDesConvocations(JdbcClient base) {
    return new Suite(base, "rendezvous.convocation");
  }

  @Bean
  SuitLaPersonne suiteDesEntretiens(JdbcClient base) {
    return new Suite(base, "rendezvous.entretien");
  }

  @Bean
  SuitLaPersonne suiteDesPassagesDeRendezVous(JdbcClient base) {
    return new Suite(base, "rendezvous.passage");
  }

  @Bean
  SuitLaPersonne suiteDesFaits(JdbcClient base) {
    return new Suite(base, "rendezvous.fait");
  }

  private record Suite(JdbcClient base, String suite) implements SuitLaPersonne {
    @Override
    public List<Long> deplacer(long de, long vers) {
      if (suite.equals("rendezvous.convocation") && base.sql("""
          select count(*) from rendezvous.convocation where personne_id in (?, ?) and etat in ('EN_ATTENTE', 'CONVOQUEE', 'CONFIRMEE')""").params(de, vers)
          .query(Integer.class).single() > 1) {
        throw new RefusMetier("DEUX_CONVOCATIONS", "Ces deux fiches ont chacune une convocation en cours. Annulez celle qui ne sert plus, puis réunissez-les.");
      }
      if (suite.equals("rendezvous.entretien") && base.sql("""
          select count(*) from rendezvous.entretien where personne_id in (?, ?) and etat in ('INVITEE', 'CONVOQUEE', 'CONFIRMEE')""").params(de, vers)
          .query(Integer.class).single() > 1) {
        throw new RefusMetier("DEUX_ENTRETIENS", "Ces deux fiches ont chacune un rendez-vous à venir. Annulez celui qui ne sert plus, puis réunissez-les.");
      }
      return base.sql("update %s set personne_id = :vers where personne_id = :de returning id".formatted(suite)).param("vers", vers).param("de", de)
          .query(Long.class).list();
    }

    @Override
    public void rendre(List<Long> lignes, long a) {
      base.sql("update %s set personne_id = :a where id = any(:lignes::bigint[])".formatted(suite)).param("a", a)
          .param("lignes", RegistreDesConvocations.tableau(lignes)).update();
    }
  }
}
