package fr.jalon.orientation.web;

import fr.jalon.allocataires.FiltreDeSuivi;
import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Rubrique;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the menu, and to the list of persons. */
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
  EntreeDeMenu menuReferentsADesigner() {
    return new EntreeDeMenu(Rubrique.ORIENTATION, 35, "Référents à désigner", "/referents-a-designer", "person-exclamation", "ORIENTATIONS");
  }

  @Bean
  EntreeDeMenu menuSansSuivi() {
    return new EntreeDeMenu(Rubrique.ORIENTATION, 37, "Sans suivi", "/sans-suivi", "person-x", "ORIENTATIONS");
  }

  @Bean
  FiltreDeSuivi allocatairesSansSuivi() {
    return new FiltreDeSuivi("sans", "Sans suivi", "not exists (select from orientation.suivi v where v.personne_id = s.personne_id and v.etat <> 'CLOS')");
  }

  @Bean
  FiltreDeSuivi allocatairesSuivis() {
    return new FiltreDeSuivi("avec", "Avec un suivi", "exists (select from orientation.suivi v where v.personne_id = s.personne_id and v.etat <> 'CLOS')");
  }

  @Bean
  FiltreDeSuivi mesAllocataires() {
    return new FiltreDeSuivi(FiltreDeSuivi.MIENS, "Les miennes",
        "s.personne_id in (select v.personne_id from orientation.suivi v where v.referent_id = (select structures.mon_referent()) and v.etat <> 'CLOS')");
  }

  @Bean
  EntreeDeMenu menuReexamens() {
    return new EntreeDeMenu(Rubrique.ORIENTATION, 40, "Réexamens", "/reexamens", "calendar-check", "ORIENTATIONS");
  }
}
