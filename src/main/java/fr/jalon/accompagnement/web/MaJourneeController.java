package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.application.DiffererUnPas;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Rubrique;
import fr.jalon.socle.RefusMetier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a référent has to do today, and what she puts off. */
@Controller
@PreAuthorize("hasAuthority('ACCOMPAGNEMENT')")
class MaJourneeController {
  private final ComposerMaJournee composer;
  private final DiffererUnPas differer;

  MaJourneeController(ComposerMaJournee composer, DiffererUnPas differer) {
    this.composer = composer;
    this.differer = differer;
  }

  @GetMapping("/ma-journee")
  String journee(@RequestParam(required = false) Integer referent, Model modele) {
    return afficher(referent, null, Refus.AUCUN, modele);
  }

  @PostMapping("/ma-journee/differer")
  Object differer(@RequestParam long personne, @RequestParam String genre, @RequestParam DiffererUnPas.Decision decision,
      @RequestParam(defaultValue = "") String jusquAu, @RequestParam(defaultValue = "") String raison,
      @RequestParam(required = false) Integer referent, Model modele, RedirectAttributes suite) {
    try {
      differer.executer(personne, genre, decision, DatesPlausibles.lireOuRien(jusquAu), raison);
    } catch (RefusMetier refus) {
      return Refus.page(afficher(referent, new PageDeMaJournee.Saisie(personne, genre, decision.name(), jusquAu, raison),
          Refus.de(refus, champ -> champ + "-" + personne), modele), modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait(decision == DiffererUnPas.Decision.PLUS_TARD
        ? "C'est remis à plus tard : ce pas reviendra ce jour-là."
        : "C'est noté : ce pas n'est pas nécessaire. Il reste dans « Remis ou écartés », au bas de la page."));
    return "redirect:" + ici(referent);
  }

  @PostMapping("/ma-journee/reprendre")
  String reprendre(@RequestParam long personne, @RequestParam String genre, @RequestParam(required = false) Integer referent,
      RedirectAttributes suite) {
    Message.dire(suite, () -> {
      differer.reprendre(personne, genre);
      return "Ce pas est de nouveau dans la journée.";
    });
    return "redirect:" + ici(referent);
  }

  private static String ici(Integer referent) {
    return referent == null ? "/ma-journee" : "/ma-journee?referent=" + referent;
  }

  private String afficher(Integer referent, PageDeMaJournee.Saisie saisie, Refus refus, Model modele) {
    modele.addAttribute("page", composer.composer(referent, saisie, refus));
    return "accompagnement/ma-journee";
  }

  /** The entry of the menu, the first one. */
  @Configuration("menuDeLAccompagnement")
  static class Menu {
    @Bean
    EntreeDeMenu menuMaJournee(ComposerMaJournee composer) {
      return new EntreeDeMenu(Rubrique.ACCUEIL, 5, "Ma journée", "/ma-journee", "sun", "ACCOMPAGNEMENT", composer::enRetard);
    }
  }
}
