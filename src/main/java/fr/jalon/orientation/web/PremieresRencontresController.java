package fr.jalon.orientation.web;

import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Rubrique;
import fr.jalon.orientation.application.NoterLaRencontre;
import fr.jalon.orientation.lecture.FiltresDeRencontres;
import fr.jalon.orientation.lecture.FiltresDeRencontres.File;
import fr.jalon.orientation.lecture.PersonnesARencontrer;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.MaFiche;
import fr.jalon.structures.Referent;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who waits for a first meeting among those one follows, who is late, who came. */
@Controller
@PreAuthorize("hasAuthority('PRESENCES')")
class PremieresRencontresController {
  private final PersonnesARencontrer liste;
  private final NoterLaRencontre noter;
  private final MaFiche maFiche;
  private final Clock horloge;

  PremieresRencontresController(PersonnesARencontrer liste, NoterLaRencontre noter, MaFiche maFiche, Clock horloge) {
    this.liste = liste;
    this.noter = noter;
    this.maFiche = maFiche;
    this.horloge = horloge;
  }

  @GetMapping("/premieres-rencontres")
  String liste(FiltresDeRencontres filtres, Model modele) {
    return afficher(filtres, null, null, modele);
  }

  @PostMapping("/premieres-rencontres")
  Object noter(FormulaireDeRencontre f, FiltresDeRencontres filtres, Model modele, RedirectAttributes suite) {
    try {
      noter.executer(f.personne() == null ? 0 : f.personne(), f.jour(), f.etatChoisi(), f.empechement());
    } catch (RefusMetier refus) {
      return Refus.page(afficher(filtres, f, refus.getMessage(), modele), modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait(switch (f.etatChoisi()) {
      case PRESENTE -> "C'est noté : la personne est venue. Elle est maintenant dans « Rencontrées ».";
      case EXCUSEE -> "C'est noté : absence excusée. La personne reste à rencontrer.";
      default -> "C'est noté : absence sans excuse. La personne reste à rencontrer.";
    }));
    return "redirect:" + filtres.ici();
  }

  @PostMapping("/premieres-rencontres/{entretien}/effacer")
  String effacer(@PathVariable long entretien, RedirectAttributes suite) {
    Message.dire(suite, () -> {
      noter.effacer(entretien);
      return "La rencontre est effacée : la personne est de nouveau à rencontrer.";
    });
    return "redirect:/premieres-rencontres?file=" + File.RENCONTREES;
  }

  private String afficher(FiltresDeRencontres filtres, FormulaireDeRencontre saisie, String erreur, Model modele) {
    Integer moi = maFiche.referent().map(Referent::id).orElse(null);
    modele.addAttribute("page", new PageDesRencontres(liste.page(filtres, moi), LocalDate.now(horloge), moi != null, saisie, erreur));
    return "orientation/premieres-rencontres";
  }

  /** The entry of the menu. */
  @Configuration("menuDesPremieresRencontres")
  static class Menu {
    @Bean
    EntreeDeMenu menuPremieresRencontres(PersonnesARencontrer liste, MaFiche maFiche) {
      return new EntreeDeMenu(Rubrique.ACCUEIL, 60, "Premières rencontres", "/premieres-rencontres", "person-check", "PRESENCES",
          () -> liste.comptes(new FiltresDeRencontres(null, "", 1), maFiche.referent().map(Referent::id).orElse(null)).get(File.EN_RETARD));
    }
  }
}
