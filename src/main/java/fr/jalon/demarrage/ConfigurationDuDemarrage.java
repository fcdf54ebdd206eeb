package fr.jalon.demarrage;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What the start gives to the other modules. */
@Configuration(proxyBeanMethods = false)
class ConfigurationDuDemarrage {

    /** The folder of this installation. */
    @Bean
    JalonHome jalonHome() {
        return JalonHome.courant();
    }

    /** Commands have lazy beans, but the first one on an empty database must find the tables all the same. */
    @Bean
    static LazyInitializationExcludeFilter migrationsToujoursFaites() {
        return LazyInitializationExcludeFilter.forBeanTypes(FlywayMigrationInitializer.class);
    }

    /** Asked before anything else, and by anyone. */
    @Bean
    @ConditionalOnWebApplication
    FilterRegistrationBean<Sante> sante(DataSource base, Preparation preparation) {
        return aLOrdre(new Sante(base, preparation), Ordered.HIGHEST_PRECEDENCE);
    }

    /** Whether this instance is still being made. */
    @Bean
    Preparation preparation(@Value("${jalon.preparation:false}") boolean enCours) {
        return new Preparation(enCours);
    }

    /** Nobody comes in before the instance is whole. */
    @Bean
    @ConditionalOnWebApplication
    FilterRegistrationBean<PendantLaPreparation> pendantLaPreparation(Preparation preparation) {
        return aLOrdre(new PendantLaPreparation(preparation), Ordered.HIGHEST_PRECEDENCE + 1);
    }

    /** Outside the filters of security, which read accounts. */
    @Bean
    @ConditionalOnWebApplication
    FilterRegistrationBean<GardeDeLaBase> gardeDeLaBase() {
        return aLOrdre(new GardeDeLaBase(), Ordered.HIGHEST_PRECEDENCE + 2);
    }

    private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> aLOrdre(F filtre, int ordre) {
        var inscription = new FilterRegistrationBean<>(filtre);
        inscription.setOrder(ordre);
        return inscription;
    }
}
