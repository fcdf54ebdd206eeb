package fr.jalon.rendezvous.web;

import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Rubrique;
import fr.jalon.rendezvous.lecture.EntretiensANoter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the menu. */
@Configuration
class MenuDesRendezVous {

  @Bean
  EntreeDeMenu menuInformationsCollectives() {
    return new EntreeDeMenu(Rubrique.ORIENTATION, 20, "Informations collectives", "/informations-collectives", "people", "RENDEZ_VOUS");
  }

  @Bean
  EntreeDeMenu menuAgenda(EntretiensANoter aNoter) {
    return new EntreeDeMenu(Rubrique.ORIENTATION, 21, "Agenda", "/agenda", "calendar3", "RENDEZ_VOUS", aNoter::compter);
  }
}
