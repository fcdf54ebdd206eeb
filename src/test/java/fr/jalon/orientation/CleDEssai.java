package fr.jalon.orientation;

import fr.jalon.socle.Chiffrement;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A key for the tests, until the application gives one. */
@TestConfiguration
public class CleDEssai {
  @Bean
  @ConditionalOnMissingBean
  Chiffrement chiffrementDEssai() {
    return new Chiffrement(new byte[32]);
  }
}
