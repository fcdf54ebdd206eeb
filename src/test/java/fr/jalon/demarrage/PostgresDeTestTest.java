package fr.jalon.demarrage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresDeTestTest {

    @Test
    void chaque_essai_a_sa_base_avec_les_tables_et_sans_les_lignes_des_autres() {
        ConnexionPostgres une = PostgresDeTest.nouvelleBaseMigree();
        ConnexionPostgres autre = PostgresDeTest.nouvelleBaseMigree();
        jdbc(une).sql("create table propre_a_une ()").update();
        assertThat(migrations(autre)).isEqualTo(migrations(une)).isPositive();
        assertThat(jdbc(autre).sql("select to_regclass('propre_a_une') is null").query(Boolean.class).single()).isTrue();
    }

    private static int migrations(ConnexionPostgres base) {
        return jdbc(base).sql("select count(*) from flyway_schema_history where success").query(Integer.class).single();
    }

    private static JdbcClient jdbc(ConnexionPostgres base) {
        return JdbcClient.create(PostgresDeTest.dataSource(base));
    }
}
