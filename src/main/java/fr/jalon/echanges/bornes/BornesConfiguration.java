package fr.jalon.echanges.bornes;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads {@code jalon.fichiers.*}. */
@Configuration
@EnableConfigurationProperties(Bornes.class)
class BornesConfiguration {
}
