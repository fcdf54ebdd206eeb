package fr.jalon.ecran;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The guide for agents, open to whoever reaches the application: it says nothing of anyone. */
@Controller
class GuideController {
  private final Guide guide;

  GuideController(Guide guide) {
    this.guide = guide;
  }

  @GetMapping(Guide.RACINE)
  String sommaire(Model modele) {
    modele.addAttribute("chapitres", guide.chapitres());
    return "ecran/guide";
  }

  @GetMapping(Guide.RACINE + "/{nom}")
  String page(@PathVariable String nom, Model modele) {
    List<PageDuGuide> pages = List.copyOf(guide.pages());
    PageDuGuide page = guide.page(nom).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    int rang = pages.indexOf(page);
    modele.addAttribute("page", page);
    modele.addAttribute("avant", rang == 0 ? null : pages.get(rang - 1));
    modele.addAttribute("apres", rang + 1 == pages.size() ? null : pages.get(rang + 1));
    return "ecran/page-du-guide";
  }

  /** The entry of the menu. */
  @Configuration
  static class Menu {
    @Bean
    EntreeDeMenu menuGuide() {
      return new EntreeDeMenu(Rubrique.AIDE, 10, "Guide", Guide.RACINE, "question-circle", null);
    }
  }
}
