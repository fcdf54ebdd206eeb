package fr.jalon.demarrage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An instance that holds persons already is brought up to date: what an older version wrote wrong is set right. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationsDesDonneesTest {
  private JdbcClient base;

  @BeforeAll
  void une_instance_d_avant_puis_mise_a_jour() {
    ConnexionPostgres connexion = PostgresDeTest.nouvelleBase();
    Flyway.configure().dataSource(PostgresDeTest.dataSource(connexion)).locations("classpath:db/migration").target("0459?").load().migrate();
    base = JdbcClient.create(PostgresDeTest.dataSource(connexion));
    int numero = 0;
    for (String telephone : List.of("+33692123456", "+33693123456", "+33639123456", "+33639981234", "+33262123456", "+33690123456", "+33590123456",
        "+33694123456", "+33696123456",
        "+33697123456", "+2620692123456", "+262692123456", "+33612345678", "+33475640009", "+4915112345678")) {
      numero++;
      base.sql("insert into allocataires.personne (id, nom, prenom, recherche, creee_le, telephone) values (?, ?, 'Ana', 'ana', now(), ?)")
          .params(numero, telephone, telephone).update();
    }
    for (String etat : List.of("A_ENVOYER", "ENVOYE")) {
      base.sql("""
          insert into courriers.message (modele, personne_id, objet_id, canal, le, etat, etat_depuis, objet, contenu, valeurs, destinataire, vers, ecrit_par, ecrit_le)
          values ('RAPPEL_RENDEZ_VOUS', 1, 1, 'SMS', current_date, ?, now(), '', 'Rappel', '{}', 'Ana', '+33692123456', 'agent', now())""").param(etat).update();
    }
    Flyway.configure().dataSource(PostgresDeTest.dataSource(connexion)).locations("classpath:db/migration").load().migrate();
  }

  @Test
  void les_telephones_d_outre_mer_deja_gardes_retrouvent_leur_pays_et_les_autres_ne_bougent_pas() {
    assertThat(base.sql("select nom || ' ' || telephone from allocataires.personne where telephone <> nom order by id").query(String.class).list())
        .containsExactly(
        "+33692123456 +262692123456", "+33693123456 +262693123456", "+33639123456 +262639123456", "+33262123456 +262262123456",
        "+33690123456 +590690123456",
        "+33590123456 +590590123456", "+33694123456 +594694123456", "+33696123456 +596696123456", "+33697123456 +596697123456",
        "+2620692123456 +262692123456");
  }

  @Test
  void le_sms_qui_attend_va_au_bon_numero_et_celui_qui_est_parti_reste_comme_il_est_parti() {
    assertThat(base.sql("select etat || ' ' || vers from courriers.message order by etat").query(String.class).list())
        .containsExactly("A_ENVOYER +262692123456", "ENVOYE +33692123456");
  }
}
