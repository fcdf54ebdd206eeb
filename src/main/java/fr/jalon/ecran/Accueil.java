package fr.jalon.ecran;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: the first entry of the agent's own menu. */
@Controller
class Accueil {
  private final Composition composition;

  Accueil(Composition composition) {
    this.composition = composition;
  }

  @GetMapping("/")
  String accueil() {
    return composition.premierePage().map(page -> "redirect:" + page).orElse("ecran/accueil");
  }
}
