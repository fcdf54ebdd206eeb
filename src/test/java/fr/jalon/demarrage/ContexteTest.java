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
    void l_application_demarre_sur_une_base_qui_appartient_a_jalon_sans_etre_superutilisateur() {
        var jdbc = JdbcClient.create(source);
        assertThat(jdbc.sql("select session_user").query(String.class).single()).isEqualTo("jalon");
        assertThat(jdbc.sql("select bool_or(rolsuper) from pg_roles where rolname in (session_user, current_user)")
                .query(Boolean.class).single()).isFalse();
    }
}
