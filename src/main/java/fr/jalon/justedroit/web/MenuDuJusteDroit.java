package fr.jalon.justedroit.web;

import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Rubrique;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the menu. */
@Configuration
class MenuDuJusteDroit {

  @Bean
  EntreeDeMenu menuAideAuPoste() {
    return new EntreeDeMenu(Rubrique.JUSTE_DROIT, 30, "Aide au poste", "/aide-au-poste", "calculator", "AIDE_AU_POSTE");
  }
}
