package fr.jalon.demarrage;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives Spring its database before any bean exists: the external one of {@code JALON_DB_URL} if it is set, else the
 * embedded one of the home. Leaves {@code spring.datasource.url} alone when somebody set it.
 */
public final class BaseDeDonneesPostProcessor implements EnvironmentPostProcessor, Ordered {

    /** Last, so that {@code application.yaml} and the environment have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environnement, SpringApplication application) {
        Map<String, Object> proprietes = new HashMap<>();
        JalonHome home = JalonHome.courant();
        proprietes.put("jalon.home", home.dossier().toString());
        if (environnement.getProperty("spring.datasource.url", "").isBlank()) {
            ConnexionPostgres connexion = connexion(environnement, home);
            proprietes.put("spring.datasource.url", connexion.url());
            proprietes.put("spring.datasource.username", connexion.utilisateur());
            proprietes.put("spring.datasource.password", connexion.motDePasse());
        }
        environnement.getPropertySources().addFirst(new MapPropertySource("jalon-base-de-donnees", proprietes));
    }

    private static ConnexionPostgres connexion(ConfigurableEnvironment environnement, JalonHome home) {
        String externe = environnement.getProperty("jalon.db.url", "").strip();
        if (!externe.isEmpty()) {
            return externe(externe, environnement);
        }
        PostgresEmbarque postgres = PostgresEmbarque.ouvrir(home, System.err::println);
        postgres.veiller(VeillePostgres.Cadence.PATIENTE, System.err::println);
        // after the contexts are closed, not at the same time: the pool must not wait for a dead server
        SpringApplication.getShutdownHandlers().add(postgres::close);
        return postgres.connexion();
    }

    static ConnexionPostgres externe(String url, ConfigurableEnvironment environnement) {
        String jdbc = url.startsWith("postgresql://") ? "jdbc:" + url : url;
        if (!jdbc.startsWith("jdbc:postgresql:")) {
            throw new DemarrageImpossible("JALON_DB_URL doit être de la forme "
                    + "« jdbc:postgresql://serveur:5432/base » (reçu : « " + url + " »).");
        }
        return new ConnexionPostgres(jdbc, environnement.getProperty("jalon.db.user", PostgresEmbarque.NOM),
                environnement.getProperty("jalon.db.password", ""));
    }
}
