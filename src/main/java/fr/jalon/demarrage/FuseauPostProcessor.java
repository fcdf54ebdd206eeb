package fr.jalon.demarrage;

import fr.jalon.socle.Fuseau;
import java.util.TimeZone;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Sets the whole program to the hour of the Département before any bean exists: what is written on a page, and the sessions of PostgreSQL, which
 * take the time zone of who opens them. An act of the night keeps its day, in La Réunion as in Ardèche.
 */
public final class FuseauPostProcessor implements EnvironmentPostProcessor, Ordered {

    /** Late, so that {@code application.yaml} and the environment have been read; before the database is opened. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environnement, SpringApplication application) {
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(Fuseau.choisir(environnement.getProperty("jalon.fuseau", ""),
                environnement.getProperty("TZ", ""),
                    environnement.getProperty("jalon.departement", ""), System.err::println)));
        } catch (IllegalArgumentException e) {
            throw new DemarrageImpossible(e.getMessage(), e);
        }
    }
}
