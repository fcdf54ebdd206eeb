package fr.jalon.allocataires;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.demarrage.ConnexionPostgres;
import fr.jalon.demarrage.PostgresDeTest;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a fact comes from is kept by allocataires, and said by whoever loads a file: also by an instance that loaded some before. */
class ProvenanceDesFaitsTest {
  private static final String CONNUES = "select fichier || ' ' || date_reference from allocataires.provenance order by id";

  @Test
  void un_fichier_se_connait_tant_qu_il_est_charge_et_pas_avant_ni_apres() {
    JdbcClient base = JdbcClient.create(PostgresDeTest.dataSource(PostgresDeTest.nouvelleBaseMigree()));
    recevoir(base, "juin.xml", "EN_COURS");
    assertThat(base.sql(CONNUES).query(String.class).list()).isEmpty();
    base.sql("update echanges.import set statut = 'CHARGE', termine_le = now()").update();
    assertThat(base.sql(CONNUES).query(String.class).list()).containsExactly("juin.xml 2026-06-30");
    base.sql("update echanges.import set date_reference = '2026-06-29'").update();
    assertThat(base.sql(CONNUES).query(String.class).list()).containsExactly("juin.xml 2026-06-29");
    base.sql("delete from echanges.import").update();
    assertThat(base.sql(CONNUES).query(String.class).list()).isEmpty();
    recevoir(base, "juillet.xml", "CHARGE");
    assertThat(base.sql(CONNUES).query(String.class).list()).hasSize(1);
    base.sql("truncate echanges.import cascade").update();
    assertThat(base.sql(CONNUES).query(String.class).list()).isEmpty();
  }

  @Test
  void une_instance_d_avant_retrouve_ses_fichiers_et_dit_les_suivants() {
    ConnexionPostgres connexion = PostgresDeTest.nouvelleBase();
    Flyway.configure().dataSource(PostgresDeTest.dataSource(connexion)).locations("classpath:db/migration").target("0579?").load().migrate();
    JdbcClient base = JdbcClient.create(PostgresDeTest.dataSource(connexion));
    recevoir(base, "mai.xml", "CHARGE");
    recevoir(base, "refuse.xml", "REFUSE");
    Flyway.configure().dataSource(PostgresDeTest.dataSource(connexion)).locations("classpath:db/migration").load().migrate();
    recevoir(base, "juin.xml", "CHARGE");
    assertThat(base.sql(CONNUES).query(String.class).list()).containsExactly("mai.xml 2026-06-30", "juin.xml 2026-06-30");
  }

  private static void recevoir(JdbcClient base, String fichier, String statut) {
    base.sql("""
        insert into echanges.import (fichier, sha256, format, nature, date_reference, recu_le, statut, commence_le, agent)
        values (?, ?, 'VRSB', 'MENSUEL', '2026-06-30', '2026-07-02', ?, now(), 'essai')""").params(fichier, fichier, statut).update();
  }
}
