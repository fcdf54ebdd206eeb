package fr.jalon.orientation.application;

import fr.jalon.allocataires.SuitLaPersonne;
import fr.jalon.socle.RefusMetier;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this room keeps about persons, and that follows when two of them are found to be one. */
@Configuration
class SuitesDesFusions {

  /** Her entries and their deadlines; one that the person kept already has for the same month, or already open, stays where it is, unseen. */
  @Bean
  SuitLaPersonne suiteDesEntrees(JdbcClient base) {
    return new Suite(base, "orientation.entree", """
        update orientation.entree e set personne_id = :vers, territoire_id = p.territoire_id from allocataires.personne p
        where p.id = :vers and e.personne_id = :de and not exists (select from orientation.entree o where o.personne_id = :vers
          and (o.mois = e.mois or o.etat in ('EN_ATTENTE', 'SUSPENDUE') and e.etat in ('EN_ATTENTE', 'SUSPENDUE')))
        returning e.id""") {
      @Override
      void ensuite(List<Long> lignes, long a) {
        base.sql("""
            update echeances.echeance x set personne_id = p.id, territoire_id = p.territoire_id from allocataires.personne p
            where p.id = :a and x.nature = any(:natures::text[]) and x.objet_id = any(:lignes::bigint[])""")
            .param("a", a).param("natures", Nature.DES_ENTREES.toArray(String[]::new)).param("lignes", tableau(lignes)).update();
      }
    };
  }

  /** Her follow-ups; two open ones cannot be one person's. */
  @Bean
  SuitLaPersonne suiteDesSuivis(JdbcClient base) {
    return new Suite(base, "orientation.suivi", """
        update orientation.suivi s set personne_id = :vers, territoire_id = p.territoire_id from allocataires.personne p
        where p.id = :vers and s.personne_id = :de returning s.id""") {
      @Override
      void avant(long de, long vers) {
        if (base.sql("select count(*) from orientation.suivi where personne_id in (?, ?) and etat <> 'CLOS'").params(de, vers).query(Integer.class).single() > 1) {
          throw new RefusMetier("DEUX_SUIVIS", "Ces deux fiches ont chacune un suivi ouvert. Closez celui qui ne sert plus, puis réunissez-les.", "L. 262-27 CASF");
        }
      }

      @Override
      void ensuite(List<Long> lignes, long a) {
        List<Long> touchees = base.sql("select distinct personne_id from orientation.suivi where id = any(:lignes::bigint[])").param("lignes", tableau(lignes))
            .query(Long.class).list();
        base.sql("""
            update echeances.echeance x set personne_id = p.id, territoire_id = p.territoire_id from allocataires.personne p
            where p.id = :a and x.nature = :nature and x.objet_id = any(:lignes::bigint[])""")
            .param("a", a).param("nature", Nature.REEXAMEN_SOCIAL).param("lignes", tableau(lignes)).update();
        base.sql("select orientation.recalculer_organisations(:personnes::bigint[])").param("personnes", tableau(touchees)).query((l, _) -> 0).list();
      }
    };
  }

  /** The requests about her follow-ups, and their deadlines. Two that wait would need two open follow-ups, refused above. */
  @Bean
  SuitLaPersonne suiteDesReorientations(JdbcClient base) {
    return new Suite(base, "orientation.reorientation", """
        update orientation.reorientation r set personne_id = :vers, territoire_id = p.territoire_id from allocataires.personne p
        where p.id = :vers and r.personne_id = :de returning r.id""") {
      @Override
      void ensuite(List<Long> lignes, long a) {
        base.sql("""
            update echeances.echeance x set personne_id = p.id, territoire_id = p.territoire_id from allocataires.personne p
            where p.id = :a and x.nature = :nature and x.objet_id = any(:lignes::bigint[])""")
            .param("a", a).param("nature", Nature.REORIENTATION).param("lignes", tableau(lignes)).update();
      }
    };
  }

  /** The reviews that kept her parcours social. */
  @Bean
  SuitLaPersonne suiteDesMaintiens(JdbcClient base) {
    return new Suite(base, "orientation.maintien", """
        update orientation.maintien m set personne_id = :vers, territoire_id = p.territoire_id from allocataires.personne p
        where p.id = :vers and m.personne_id = :de returning m.id""");
  }

  /** Why nobody followed her. */
  @Bean
  SuitLaPersonne suiteDesRaisonsSansSuivi(JdbcClient base) {
    return new Suite(base, "orientation.raison_sans_suivi", """
        update orientation.raison_sans_suivi r set personne_id = :vers, territoire_id = p.territoire_id from allocataires.personne p
        where p.id = :vers and r.personne_id = :de returning r.id""");
  }

  /** Who followed her before, in the same follow-up. */
  @Bean
  SuitLaPersonne suiteDesChangementsDeReferent(JdbcClient base) {
    return new Suite(base, "orientation.changement_de_referent", """
        update orientation.changement_de_referent c set personne_id = :vers, territoire_id = p.territoire_id from allocataires.personne p
        where p.id = :vers and c.personne_id = :de returning c.id""");
  }

  /** What happened to her. */
  @Bean
  SuitLaPersonne suiteDesPassages(JdbcClient base) {
    return new Suite(base, "orientation.passage", """
        update orientation.passage o set personne_id = :vers, territoire_id = p.territoire_id from allocataires.personne p
        where p.id = :vers and o.personne_id = :de returning o.id""");
  }

  /** Rows of one table that change owner, and come back. */
  private static class Suite implements SuitLaPersonne {
    private final JdbcClient base;
    private final String table;
    private final String deplacement;

    Suite(JdbcClient base, String table, String deplacement) {
      this.base = base;
      this.table = table;
      this.deplacement = deplacement;
    }

    @Override
    public String suite() {
      return table;
    }

    @Override
    public List<Long> deplacer(long de, long vers) {
      avant(de, vers);
      List<Long> lignes = base.sql(deplacement).param("de", de).param("vers", vers).query(Long.class).list();
      ensuite(lignes, vers);
      return lignes;
    }

    @Override
    public void rendre(List<Long> lignes, long a) {
      base.sql("update %s x set personne_id = p.id, territoire_id = p.territoire_id from allocataires.personne p where p.id = :a and x.id = any(:lignes::bigint[])"
          .formatted(table)).param("a", a).param("lignes", tableau(lignes)).update();
      ensuite(lignes, a);
    }

    /** Checked before anything moves. */
    void avant(long de, long vers) {}

    /** What depends on the rows that moved to {@code a}. */
    void ensuite(List<Long> lignes, long a) {}
  }

  private static long[] tableau(List<Long> lignes) {
    return lignes.stream().mapToLong(Long::longValue).toArray();
  }
}
