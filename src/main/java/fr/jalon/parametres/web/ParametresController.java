package fr.jalon.parametres.web;

import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.ChangeEntreTemps;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Fiche;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Rubrique;
import fr.jalon.ecran.Versions;
import fr.jalon.parametres.ChangerUneValeur;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the parameters: every value, what it rests on, and how to change it. */
@Controller
@PreAuthorize("hasAuthority('PARAMETRES')")
class ParametresController {
  private static final Fiche FICHE = Fiche.de("PARAMETRE", "ce paramètre").etat("valeurs", "Ses valeurs");
  private final Parametres parametres;
  private final ChangerUneValeur changer;
  private final Versions versions;
  private final Clock horloge;

  ParametresController(Parametres parametres, ChangerUneValeur changer, Versions versions, Clock horloge) {
    this.parametres = parametres;
    this.changer = changer;
    this.versions = versions;
    this.horloge = horloge;
  }

  @GetMapping("/parametres")
  String page(@RequestParam(defaultValue = "") String q, Model modele) {
    return afficher(q, null, modele);
  }

  @PostMapping("/parametres")
  Object changer(@RequestParam String cle, @RequestParam(defaultValue = "") String depuis, @RequestParam(defaultValue = "") String valeur,
      @RequestParam(defaultValue = "") String motif, @RequestParam(defaultValue = "false") boolean assume, @RequestParam(defaultValue = "") String q,
      Model modele, RedirectAttributes suite) {
    try {
      versions.agir(FICHE, cle, () -> changer.pourChanger(cle).map(ParametreVu::de), p -> p.tient(valeur, jour(depuis)),
          () -> changer.executer(cle, jour(depuis), valeur, motif, assume));
      suite.addFlashAttribute(Message.CLE, Message.fait("La valeur est enregistrée : « %s » à partir du %s.".formatted(valeur.strip(), depuis)));
      return "redirect:" + new AdresseDePage("/parametres", Map.of("q", q));
    } catch (ChangeEntreTemps change) {
      return change.page(afficher(q, new PageDesParametres.Saisie(cle, depuis, valeur, motif, assume, null, null), modele), modele);
    } catch (RefusMetier refus) {
      String vue = afficher(q, new PageDesParametres.Saisie(cle, depuis, valeur, motif, assume, refus.getMessage(), refus.article()), modele);
      return Refus.page(vue, modele);
    }
  }

  private String afficher(String q, PageDesParametres.Saisie saisie, Model modele) {
    String[] mots = CleDeRecherche.mots(q);
    LocalDate aujourdhui = LocalDate.now(horloge);
    List<PageDesParametres.Ligne> toutes = parametres.tous().stream()
        .map(p -> new PageDesParametres.Ligne(p, parametres.chercher(p.cle(), aujourdhui).orElse(null),
        versions.enFormulaire(FICHE, p.cle(), ParametreVu.de(p)))).toList();
    modele.addAttribute("page", new PageDesParametres(toutes.stream()
        .filter(l -> l.repond(mots) || saisie != null && saisie.cle().equals(l.parametre().cle())).toList(), toutes.size(), q.strip(),
        aujourdhui, saisie));
    return "parametres/parametres";
  }

  private static LocalDate jour(String texte) {
    try {
      return texte.isBlank() ? null : DatesPlausibles.lire(texte);
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  /** The entry of the menu. */
  @org.springframework.context.annotation.Configuration
  static class Menu {
    @Bean
    EntreeDeMenu menuParametres() {
      return new EntreeDeMenu(Rubrique.ADMINISTRATION, 40, "Paramètres", "/parametres", "sliders", "PARAMETRES");
    }
  }
}
