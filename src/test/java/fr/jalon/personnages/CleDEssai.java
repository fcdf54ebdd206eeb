package fr.jalon.personnages;

import fr.jalon.socle.Chiffrement;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;

/** A key of encryption where the instance gives none. */
@TestConfiguration(proxyBeanMethods = false)
public class CleDEssai {
  @Bean
  @Fallback
  Chiffrement chiffrementDEssai() {
    return new Chiffrement("clé d'essai, qui ne protège rien du tout".getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
