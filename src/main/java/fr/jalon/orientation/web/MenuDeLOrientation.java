package fr.jalon.orientation.web;

import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Rubrique;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the menu. */
@Configuration
class MenuDeLOrientation {

  @Bean
  EntreeDeMenu menuNouveauxEntrants() {
    return new EntreeDeMenu(Rubrique.ORIENTATION, 10, "Nouveaux entrants", "/nouveaux-entrants", "person-plus", "ENTREES");
  }

  @Bean
  EntreeDeMenu menuReorientations() {
    return new EntreeDeMenu(Rubrique.ORIENTATION, 30, "Réorientations", "/reorientations", "arrow-left-right", "REORIENTATIONS");
  }

  @Bean
  EntreeDeMenu menuReexamens() {
    return new EntreeDeMenu(Rubrique.ORIENTATION, 40, "Réexamens", "/reexamens", "calendar-check", "ORIENTATIONS");
  }
}
