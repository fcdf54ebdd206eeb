package fr.jalon.demarrage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class BaseDeDonneesPostProcessorTest {

    @Test
    void l_adresse_d_un_postgresql_externe_est_prise_telle_quelle() {
        var environnement = traiter(Map.of("JALON_DB_URL", "jdbc:postgresql://base.departement.fr:5432/rsa",
                "JALON_DB_USER", "rsa", "JALON_DB_PASSWORD", "secret"));
        assertThat(environnement.getProperty("spring.datasource.url"))
                .isEqualTo("jdbc:postgresql://base.departement.fr:5432/rsa");
        assertThat(environnement.getProperty("spring.datasource.username")).isEqualTo("rsa");
        assertThat(environnement.getProperty("spring.datasource.password")).isEqualTo("secret");
    }

    @Test
    void l_adresse_peut_etre_donnee_sans_son_prefixe_jdbc() {
        assertThat(traiter(Map.of("JALON_DB_URL", "postgresql://base/rsa")).getProperty("spring.datasource.url"))
                .isEqualTo("jdbc:postgresql://base/rsa");
    }

    @Test
    void une_adresse_d_une_autre_base_que_postgresql_est_refusee_par_une_phrase() {
        assertThatThrownBy(() -> traiter(Map.of("JALON_DB_URL", "jdbc:oracle:thin:@base")))
                .isInstanceOf(DemarrageImpossible.class)
                .hasMessageContaining("jdbc:postgresql://serveur:5432/base").hasMessageContaining("oracle");
    }

    @Test
    void une_source_de_donnees_deja_choisie_n_est_pas_touchee() {
        var environnement = traiter(Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://ailleurs/rsa"));
        assertThat(environnement.getProperty("spring.datasource.url")).isEqualTo("jdbc:postgresql://ailleurs/rsa");
        assertThat(environnement.getProperty("spring.datasource.username")).isNull();
    }

    private static ConfigurableEnvironment traiter(Map<String, Object> variables) {
        var environnement = new StandardEnvironment();
        environnement.getPropertySources().addFirst(new SystemEnvironmentPropertySource("essai-"
                + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        new BaseDeDonneesPostProcessor().postProcessEnvironment(environnement, new SpringApplication());
        return environnement;
    }
}
