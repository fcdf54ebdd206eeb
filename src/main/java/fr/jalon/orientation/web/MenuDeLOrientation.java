package fr.jalon.orientation.web;

import fr.jalon.allocataires.FiltreDeSuivi;
import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Rubrique;
import fr.jalon.orientation.lecture.FiltresDEntrees;
import fr.jalon.orientation.lecture.FiltresDeReexamens;
import fr.jalon.orientation.lecture.FiltresDeReorientations;
import fr.jalon.orientation.lecture.ListeDesEntrees;
import fr.jalon.orientation.lecture.ListeDesReexamens;
import fr.jalon.orientation.lecture.ListeDesReorientations;
import fr.jalon.structures.MaFiche;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the menu, and to the list of persons. */
@Configuration
class MenuDeLOrientation {

  @Bean
  EntreeDeMenu menuNouveauxEntrants(ListeDesEntrees liste, MaFiche maFiche) {
    return new EntreeDeMenu(Rubrique.ORIENTATION, 10, "Nouveaux entrants", "/nouveaux-entrants", "person-plus", "ENTREES",
        () -> liste.comptes(new FiltresDEntrees(null, maFiche.territoire().orElse(null), null, null, null, 1)).get(FiltresDEntrees.File.RETARD));
  }

  @Bean
  EntreeDeMenu menuReorientations(ListeDesReorientations liste, MaFiche maFiche) {
    return new EntreeDeMenu(Rubrique.ORIENTATION, 30, "Réorientations", "/reorientations", "arrow-left-right", "REORIENTATIONS",
        () -> liste.enRetard(new FiltresDeReorientations(null, maFiche.territoire().orElse(null), null, "", 1)));
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
    return new FiltreDeSuivi("sans", "Sans suivi",
        "not exists (select from orientation.suivi v where v.personne_id = s.personne_id and v.etat <> 'CLOS')");
  }

  @Bean
  FiltreDeSuivi allocatairesSuivis() {
    return new FiltreDeSuivi("avec", "Avec un suivi",
        "exists (select from orientation.suivi v where v.personne_id = s.personne_id and v.etat <> 'CLOS')");
  }

  @Bean
  FiltreDeSuivi mesAllocataires() {
    return new FiltreDeSuivi(FiltreDeSuivi.MIENS, "Les miennes",
        "s.personne_id in (select v.personne_id from orientation.suivi v where v.referent_id = (select structures.mon_referent()) and v.etat <> 'CLOS')");
  }

  @Bean
  EntreeDeMenu menuReexamens(ListeDesReexamens liste, MaFiche maFiche) {
    return new EntreeDeMenu(Rubrique.ORIENTATION, 40, "Réexamens", "/reexamens", "calendar-check", "ORIENTATIONS",
        () -> liste.comptes(new FiltresDeReexamens(null, maFiche.territoire().orElse(null), null, null, "", 1)).get(FiltresDeReexamens.File.RETARD));
  }
}
