package fr.jalon.demarrage;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives every Spring context of the tests a database of its own, tables made and empty, so that no test needs to ask
 * for it, and a home under {@code target/}: the one beside {@code ./jalon} may be a real one, whose waiting files a test
 * would sweep away. A test that wants the embedded PostgreSQL of the application sets {@code jalon.test.postgres=false}; a test
 * that wants to see the migrations run sets {@code jalon.test.base=vide}.
 */
public final class BaseDeTestPostProcessor implements EnvironmentPostProcessor, Ordered {

    /** Just before the one of the application. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environnement, SpringApplication application) {
        if (System.getProperty("jalon.home") == null) {
            System.setProperty("jalon.home", "target/essais/maison-" + PostgresDeTest.FOURCHE);
        }
        // the tests tell their stories in the demonstration's Département; what a real one starts with says jalon.structures-fictives=false
        if (!environnement.containsProperty("jalon.structures-fictives")) {
            environnement.getPropertySources().addFirst(new MapPropertySource("jalon-test-structures", Map.of("jalon.structures-fictives", "true")));
        }
        if (environnement.containsProperty("spring.datasource.url") || environnement.containsProperty("jalon.db.url")
                || !environnement.getProperty("jalon.test.postgres", Boolean.class, true)) {
            return;
        }
        ConnexionPostgres base = "vide".equals(environnement.getProperty("jalon.test.base"))
                ? PostgresDeTest.nouvelleBase()
                : PostgresDeTest.nouvelleBaseMigree();
        PostgresDeTest.laisserSpringLArreter();
        environnement.getPropertySources().addFirst(new MapPropertySource("jalon-test", Map.of(
                "jalon.db.url", base.url(),
                "jalon.db.user", base.utilisateur(),
                "jalon.db.password", base.motDePasse())));
    }
}
