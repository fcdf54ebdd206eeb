package fr.jalon.ecran;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** « Mise en route »: what a Département still has to do before it works, each thing with the page where it is done. */
@Controller
class MiseEnRouteController {
  private final List<EtapeDeMiseEnRoute> etapes;
  private final Regard regard;

  MiseEnRouteController(ObjectProvider<EtapeDeMiseEnRoute> etapes, Regard regard) {
    this.etapes = etapes.stream().sorted(Comparator.comparingInt(EtapeDeMiseEnRoute::ordre)).toList();
    this.regard = regard;
  }

  @GetMapping("/mise-en-route")
  @PreAuthorize("hasAuthority('STRUCTURES')")
  String page(Model modele) {
    modele.addAttribute("page", new PageDeMiseEnRoute(etapes.stream()
        .map(e -> new PageDeMiseEnRoute.Etape(e.titre(), e.adresse() != null
        && (e.ressource() == null || regard.peut(e.ressource())) ? e.adresse() : null, e.indispensable(), e.constat()))
        .toList()));
    return "ecran/mise-en-route";
  }

  /** The entry of the menu. */
  @Configuration
  static class Menu {
    @Bean
    EntreeDeMenu menuMiseEnRoute() {
      return new EntreeDeMenu(Rubrique.ADMINISTRATION, 5, "Mise en route", "/mise-en-route", "signpost-split", "STRUCTURES");
    }
  }
}
