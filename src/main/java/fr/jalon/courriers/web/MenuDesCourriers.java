package fr.jalon.courriers.web;

import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Rubrique;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the menu. */
@Configuration
class MenuDesCourriers {
  @Bean
  EntreeDeMenu menuCourriersAEnvoyer() {
    return new EntreeDeMenu(Rubrique.ACCUEIL, 60, "Courriers à envoyer", "/courriers", "envelope", "COURRIERS");
  }

  @Bean
  EntreeDeMenu menuModelesDeCourrier() {
    return new EntreeDeMenu(Rubrique.ADMINISTRATION, 45, "Modèles de courrier", "/modeles-de-courrier", "envelope-paper", "MODELES_DE_COURRIER");
  }
}
