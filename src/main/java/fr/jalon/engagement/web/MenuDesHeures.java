package fr.jalon.engagement.web;

import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Rubrique;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the hours add to the menu. */
@Configuration
class MenuDesHeures {
  private static final int ORDRE = 32;

  @Bean
  EntreeDeMenu menuHeures() {
    return new EntreeDeMenu(Rubrique.SUIVI, ORDRE, "Heures d'activité", "/heures", "clock-history", "ENGAGEMENTS");
  }
}
