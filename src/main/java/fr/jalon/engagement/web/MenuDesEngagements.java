package fr.jalon.engagement.web;

import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Rubrique;
import fr.jalon.engagement.lecture.ListeDesContrats;
import fr.jalon.structures.MaFiche;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the menu. */
@Configuration
class MenuDesEngagements {
  private static final int ORDRE = 32;

  @Bean
  EntreeDeMenu menuContrats(ListeDesContrats liste, MaFiche maFiche) {
    return new EntreeDeMenu(Rubrique.SUIVI, ORDRE, "Contrats d'engagement", "/contrats", "file-earmark-check", "ENGAGEMENTS",
        () -> liste.enRetard(ContratsController.duReferent(maFiche, null)));
  }
}
