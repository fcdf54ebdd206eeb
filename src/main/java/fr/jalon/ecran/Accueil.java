package fr.jalon.ecran;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: the first entry of the agent's own menu; for the administration, what is to be done before anybody can work. */
@Controller
class Accueil {
  private final Composition composition;
  private final Regard regard;
  private final ObjectProvider<EtapeDeMiseEnRoute> etapes;

  Accueil(Composition composition, Regard regard, ObjectProvider<EtapeDeMiseEnRoute> etapes) {
    this.composition = composition;
    this.regard = regard;
    this.etapes = etapes;
  }

  @GetMapping("/")
  String accueil() {
    if (regard.peut("STRUCTURES") && etapes.stream().anyMatch(e -> e.indispensable() && !e.constat().fait())) {
      return "redirect:/mise-en-route";
    }
    return composition.premierePage().map(page -> "redirect:" + page).orElse("ecran/accueil");
  }
}
