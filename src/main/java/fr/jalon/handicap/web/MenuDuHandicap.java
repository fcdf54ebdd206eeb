package fr.jalon.handicap.web;

import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Rubrique;
import fr.jalon.handicap.lecture.FiltresDeDossiersMdph;
import fr.jalon.handicap.lecture.ListeDesDossiersMdph;
import fr.jalon.structures.MaFiche;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the menu. */
@Configuration
class MenuDuHandicap {
  private static final int ORDRE = 35;

  @Bean
  EntreeDeMenu menuDossiersMdph(ListeDesDossiersMdph liste, MaFiche maFiche) {
    return new EntreeDeMenu(Rubrique.SUIVI, ORDRE, "Dossiers MDPH", "/dossiers-mdph", "universal-access", "HANDICAP",
        () -> liste.enRetard(DossiersMdphController.duReferent(maFiche, null)));
  }
}
