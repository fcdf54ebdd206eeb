package fr.jalon.allocataires.web;

import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Rubrique;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the menu. */
@Configuration
class MenuAllocataires {
  @Bean
  EntreeDeMenu menuDesAllocataires() {
    return new EntreeDeMenu(Rubrique.ACCUEIL, 50, "Allocataires", "/allocataires", "people", "DOSSIERS");
  }

  @Bean
  EntreeDeMenu menuHorsRsa() {
    return new EntreeDeMenu(Rubrique.SUIVI, 40, "Hors RSA", "/hors-rsa", "person-badge", "HORS_RSA");
  }

  @Bean
  EntreeDeMenu menuDesDoublons() {
    return new EntreeDeMenu(Rubrique.ADMINISTRATION, 20, "Doublons", "/doublons", "person-check", "DOUBLONS");
  }
}
