package fr.jalon.justedroit.web;

import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Rubrique;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the menu. */
@Configuration
class MenuDuJusteDroit {

  @Bean
  EntreeDeMenu menuSimuler() {
    return new EntreeDeMenu(Rubrique.JUSTE_DROIT, 10, "Simuler un emploi", "/simuler", "briefcase", "SIMULATIONS");
  }

  @Bean
  EntreeDeMenu menuVerifier() {
    return new EntreeDeMenu(Rubrique.JUSTE_DROIT, 20, "Vérifier un droit", "/verifier", "search", "VERIFICATIONS");
  }

  @Bean
  EntreeDeMenu menuAideAuPoste() {
    return new EntreeDeMenu(Rubrique.JUSTE_DROIT, 30, "Aide au poste", "/aide-au-poste", "calculator", "AIDE_AU_POSTE");
  }
}
