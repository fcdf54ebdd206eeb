package fr.jalon.sorties.web;

import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Rubrique;
import fr.jalon.sorties.lecture.ListeDesRappels;
import fr.jalon.sorties.lecture.ListeDesSorties;
import fr.jalon.structures.MaFiche;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the menu. */
@Configuration
class MenuDesSorties {
  private static final int SORTIES = 37;
  private static final int RAPPELS = 38;

  @Bean
  EntreeDeMenu menuSorties(ListeDesSorties liste, MaFiche maFiche) {
    return new EntreeDeMenu(Rubrique.SUIVI, SORTIES, "Sorties et emploi", "/sorties", "box-arrow-up-right", "SORTIES",
        () -> liste.enRetard(SortiesController.duReferent(maFiche, null)));
  }

  @Bean
  EntreeDeMenu menuRappels(ListeDesRappels liste, MaFiche maFiche) {
    return new EntreeDeMenu(Rubrique.SUIVI, RAPPELS, "Rappels", "/rappels", "telephone-outbound", "SORTIES",
        () -> liste.enRetard(RappelsController.duReferent(maFiche, null)));
  }
}
