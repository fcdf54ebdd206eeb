package fr.jalon.demarrage;

import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
}
