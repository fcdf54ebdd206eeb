package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.personnages.Caisse;
import fr.jalon.personnages.Foyer;
import fr.jalon.personnages.Personne;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person who moves to another territory takes with her what was written about her. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "jalon.departement=07")
@Import(Caisse.class)
class DemenagementTest {
  @Autowired
  Caisse caisse;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void son_attente_et_son_echeance_changent_de_territoire_avec_elle() {
    Personne nadia = Personne.personne("Nadia Demenage").nee("1990-05-01").sdd();
    caisse.mensuel("2025-07-31", foyer(nadia).habite("07010", "ANNONAY"));
    long id = caisse.numero(nadia);
    base.sql("""
        insert into orientation.entree (personne_id, foyer_id, mois, reference, recu_le, motif, etat_depuis, import_id, territoire_id)
        select id, (select max(id) from allocataires.foyer), '2025-07-01', '2025-07-31', '2025-08-02', 'PRIMO_DEMANDEUR', '2025-07-31', 1, territoire_id
        from allocataires.personne where id = ?""").param(id).update();
    base.sql("""
        insert into echeances.echeance (nature, personne_id, objet_id, depart, limite_legale, etat_depuis, territoire_id)
        select 'ORIENTATION', personne_id, id, recu_le, recu_le + 42, recu_le, territoire_id from orientation.entree where personne_id = ?""").param(id).update();
    assertThat(territoires(id)).isEqualTo(caisse.territoire("NORD") + "," + caisse.territoire("NORD"));

    caisse.mensuel("2025-08-31", foyer(nadia).habite("07019", "AUBENAS"));
    assertThat(territoires(id)).isEqualTo(caisse.territoire("SUD-OUEST") + "," + caisse.territoire("SUD-OUEST"));
  }

  private static Foyer foyer(Personne personne) {
    return Foyer.foyer("07100009901").avec(personne);
  }

  private String territoires(long id) {
    return base.sql("select (select territoire_id from orientation.entree where personne_id = :p) || ',' || (select territoire_id from echeances.echeance where personne_id = :p)")
        .param("p", id).query(String.class).single();
  }
}
