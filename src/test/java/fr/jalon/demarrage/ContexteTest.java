package fr.jalon.demarrage;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "spring.main.lazy-initialization=true")
class ContexteTest {

    @Autowired
    DataSource source;

    @Test
    void l_application_entre_dans_sa_base_sous_le_compte_des_agents_qui_n_est_ni_le_proprietaire_ni_superutilisateur() {
        var jdbc = JdbcClient.create(source);
        assertThat(jdbc.sql("select session_user").query(String.class).single()).isEqualTo("jalon_agents");
        assertThat(jdbc.sql("select bool_or(rolsuper) from pg_roles where rolname in (session_user, current_user)")
                .query(Boolean.class).single()).isFalse();
    }
}
