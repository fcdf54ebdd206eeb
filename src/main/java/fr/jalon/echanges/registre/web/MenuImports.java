package fr.jalon.echanges.registre.web;

import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Rubrique;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the menu. */
@Configuration
class MenuImports {
  @Bean
  EntreeDeMenu menuDesImports() {
    return new EntreeDeMenu(Rubrique.ADMINISTRATION, 10, "Imports", "/imports", "cloud-upload", "IMPORTS");
  }

  @Bean
  EntreeDeMenu menuDesReprises() {
    return new EntreeDeMenu(Rubrique.ADMINISTRATION, 11, "Reprendre d'un autre outil", "/imports/tableur/reprises", "box-arrow-in-down", "REPRISE");
  }
}
