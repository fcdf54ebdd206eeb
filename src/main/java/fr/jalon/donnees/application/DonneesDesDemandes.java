package fr.jalon.donnees.application;

import fr.jalon.allocataires.DonneesDeLaPersonne;
import fr.jalon.allocataires.SuitLaPersonne;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this room itself holds about persons: it follows a merge, is in the copy, and is purged like the rest. */
@Configuration
class DonneesDesDemandes {
  @Bean
  DonneesDeLaPersonne ceQueTiennentLesDemandes() {
    return () -> List.of(
        DonneesDeLaPersonne.Table.de("donnees.demande", DonneesDeLaPersonne.De.PERSONNE, "Vos demandes sur vos données").contact("greatest(x.recue_le, x.repondue_le::date)")
            .tait("objet = 'effacé'", "reponse = case when reponse is null then null else 'effacé' end"),
        DonneesDeLaPersonne.Table.de("donnees.retenue", DonneesDeLaPersonne.De.PERSONNE, "Contentieux qui gardent votre dossier").tait("raison = 'effacé'"),
        DonneesDeLaPersonne.Table.de("donnees.purge", DonneesDeLaPersonne.De.PERSONNE, "Ce qui a déjà été effacé"));
  }

  @Bean
  SuitLaPersonne suiteDesDemandes(JdbcClient base) {
    return new Suite(base, "demande");
  }

  @Bean
  SuitLaPersonne suiteDesRetenues(JdbcClient base) {
    return new Suite(base, "retenue");
  }

  /** All of them follow: a person may have two litigations, and each is lifted by itself. */
  private record Suite(JdbcClient base, String table) implements SuitLaPersonne {
    @Override
    public String suite() {
      return "donnees." + table;
    }

    @Override
    public List<Long> deplacer(long de, long vers) {
      return base.sql("update donnees.%s set personne_id = :vers where personne_id = :de returning id".formatted(table)).param("de", de).param("vers", vers).query(Long.class).list();
    }

    @Override
    public void rendre(List<Long> lignes, long a) {
      base.sql("update donnees.%s set personne_id = :a where id = any(:lignes::bigint[])".formatted(table)).param("a", a)
          .param("lignes", lignes.stream().mapToLong(Long::longValue).toArray()).update();
    }
  }
}
