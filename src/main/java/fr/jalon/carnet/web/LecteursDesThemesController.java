package fr.jalon.carnet.web;

import fr.jalon.carnet.application.ChoisirLesLecteurs;
import fr.jalon.carnet.application.ThemesDuCarnet;
import fr.jalon.carnet.domaine.Sorte;
import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Rubrique;
import fr.jalon.socle.RefusMetier;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who reads each theme of the notebooks, for the whole Département. */
@Controller
@PreAuthorize("hasAuthority('PARAMETRES')")
class LecteursDesThemesController {
  private static final String ADRESSE = "/lecteurs-des-carnets";
  private final ThemesDuCarnet themes;
  private final ChoisirLesLecteurs choisir;

  LecteursDesThemesController(ThemesDuCarnet themes, ChoisirLesLecteurs choisir) {
    this.themes = themes;
    this.choisir = choisir;
  }

  @GetMapping(ADRESSE)
  String page(Model modele) {
    return afficher(null, Refus.AUCUN, modele);
  }

  @PostMapping(ADRESSE)
  Object choisir(@RequestParam(defaultValue = "") String theme, @RequestParam(required = false) List<Sorte> lecteurs,
      @RequestParam(defaultValue = "") String motif, @RequestParam(defaultValue = "0") long vu,
      @RequestParam(defaultValue = "false") boolean verifie, Model modele, RedirectAttributes suite) {
    Set<Sorte> choisis = lecteurs == null || lecteurs.isEmpty() ? EnumSet.noneOf(Sorte.class) : EnumSet.copyOf(lecteurs);
    try {
      choisir.executer(theme, choisis, motif, vu, verifie);
    } catch (RefusMetier refus) {
      return Refus.page(afficher(new PageDesLecteurs.Saisie(theme, choisis, motif), Refus.de(refus, champ -> champ + "-" + theme), modele), modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait("C'est enregistré. Qui ne lit plus ce thème n'en lit plus rien ; qui le lit maintenant lira ce "
        + "qui s'écrira."));
    return "redirect:" + ADRESSE;
  }

  private String afficher(PageDesLecteurs.Saisie saisie, Refus refus, Model modele) {
    modele.addAttribute("page", new PageDesLecteurs(choisir.themes(), choisir.tous(), saisie, refus));
    return "carnet/lecteurs-des-themes";
  }

  /** The entry of the menu. */
  @Configuration("menuDesLecteursDuCarnet")
  static class Menu {
    private static final int ORDRE = 41;

    @Bean
    EntreeDeMenu menuLecteursDuCarnet() {
      return new EntreeDeMenu(Rubrique.ADMINISTRATION, ORDRE, "Lecteurs des carnets", ADRESSE, "eye", "PARAMETRES");
    }
  }
}
