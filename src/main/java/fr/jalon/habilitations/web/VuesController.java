package fr.jalon.habilitations.web;

import fr.jalon.ecran.ChangeEntreTemps;
import fr.jalon.ecran.Fiche;
import fr.jalon.ecran.Filtres;
import fr.jalon.ecran.ListesAFiltres;
import fr.jalon.ecran.ListesAFiltres.Lue;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Versions;
import fr.jalon.ecran.VueEnregistree;
import fr.jalon.habilitations.vues.TenirLesVues;
import fr.jalon.habilitations.vues.VuesGardees;
import fr.jalon.socle.RefusMetier;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The views of lists that the agent keeps: opened, named, shared, deleted and taken back. */
@Controller
@PreAuthorize("isAuthenticated()")
class VuesController {
  private static final String TOUTES = "redirect:/vues";
  private final VuesGardees vues;
  private final TenirLesVues tenir;
  private final ListesAFiltres listes;
  private final Versions versions;
  private final Fiche fiche = Fiche.de("VUE", "cette vue").champ("nom", "Nom").coche("partagee", "Partagée");

  VuesController(VuesGardees vues, TenirLesVues tenir, ListesAFiltres listes, Versions versions) {
    this.vues = vues;
    this.tenir = tenir;
    this.listes = listes;
    this.versions = versions;
  }

  @GetMapping("/vues")
  String toutes(Model modele) {
    modele.addAttribute("vues", vues.toutes()).addAttribute("supprimees", vues.supprimees());
    return "habilitations/vues";
  }

  /** Opens a view: what it asks and that is no more is left out, and said. */
  @GetMapping("/vues/{id}")
  String ouvrir(@PathVariable long id, RedirectAttributes suite) {
    VueEnregistree vue = vues.une(id).orElse(null);
    Lue lue = vue == null ? null : listes.lire(vue.adresse()).orElse(null);
    if (lue == null) {
      suite.addFlashAttribute(Message.CLE, Message.information("Cette vue n'existe plus, ou n'est plus partagée avec vous. Voici les vôtres."));
      return TOUTES;
    }
    if (!lue.perdus().isEmpty()) {
      suite.addFlashAttribute(Message.CLE, Message.information(
          "La vue « %s » demandait quelque chose qui n'existe plus (%s) : la liste s'ouvre sans cela.%s".formatted(vue.nom(),
              String.join(", ", lue.perdus().stream().map(VuesController::enClair).toList()),
              vue.mienne() ? " Enregistrez-la de nouveau avec les bons filtres, ou supprimez-la." : "")));
    }
    return "redirect:" + lue.filtres().adresse();
  }

  @GetMapping("/vues/nouvelle")
  String nouvelle(@ModelAttribute FormulaireDeVue f, Model modele, RedirectAttributes suite) {
    if (listes.lire(f.adresse()).isEmpty()) {
      suite.addFlashAttribute(Message.CLE, Message.information("Filtrez d'abord une liste : sa vue s'enregistre au-dessus d'elle."));
      return TOUTES;
    }
    return afficher(f, null, Refus.AUCUN, modele);
  }

  @PostMapping("/vues/nouvelle")
  Object enregistrer(@ModelAttribute FormulaireDeVue f, Model modele, RedirectAttributes suite) {
    try {
      VueEnregistree vue = tenir.enregistrer(filtres(f), f.nom(), f.partagee(), f.parDefaut());
      suite.addFlashAttribute(Message.CLE, Message.fait("La vue « %s » est enregistrée.%s%s".formatted(vue.nom(),
          vue.parDefaut() ? " Le menu l'ouvre ; « Tout » montre la liste entière." : "",
          vue.partagee() ? " Les agents de votre périmètre la voient." : "")));
      return "redirect:" + vue.adresse();
    } catch (RefusMetier refus) {
      return Refus.page(afficher(f, null, Refus.de(refus), modele), modele);
    }
  }

  @GetMapping("/vues/{id}/modifier")
  String modifier(@PathVariable long id, Model modele) {
    VueEnregistree vue = sienne(id);
    return afficher(formulaire(vue), vue, Refus.AUCUN, modele);
  }

  @PostMapping("/vues/{id}/modifier")
  Object changer(@PathVariable long id, @ModelAttribute FormulaireDeVue f, Model modele, RedirectAttributes suite) {
    VueEnregistree vue = sienne(id);
    try {
      versions.ecrire(fiche, id, f, () -> vues.pourChanger(id).map(VuesController::formulaire), g -> tenir.changer(id, g.nom(), g.partagee()));
    } catch (ChangeEntreTemps change) {
      return change.page(afficher(change.formulaire(FormulaireDeVue.class), vue, Refus.AUCUN, modele), modele);
    } catch (RefusMetier refus) {
      return Refus.page(afficher(f, vue, Refus.de(refus), modele), modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait("La vue « %s » est enregistrée.".formatted(f.nom().strip())));
    return TOUTES;
  }

  @PostMapping("/vues/{id}/supprimer")
  String supprimer(@PathVariable long id, RedirectAttributes suite) {
    suite.addFlashAttribute(Message.CLE, tenir.supprimer(id)
        .map(v -> Message.fait("La vue « %s » est supprimée. Elle se rétablit plus bas, pendant trente jours.".formatted(v.nom())))
        .orElse(Message.information("Cette vue était déjà supprimée.")));
    return TOUTES;
  }

  @PostMapping("/vues/{id}/retablir")
  String retablir(@PathVariable long id, RedirectAttributes suite) {
    Message.dire(suite, () -> {
      TenirLesVues.Retablie retablie = tenir.retablir(id);
      return "La vue « %s » est rétablie.%s".formatted(retablie.vue().nom(), retablie.plusPartagee()
          ? " Elle n'est plus partagée : vous ne partagez plus de vue avec tous ceux qui la voyaient. Vous seul la voyez." : "");
    });
    return TOUTES;
  }

  @PostMapping("/vues/{id}/au-menu")
  String auMenu(@PathVariable long id, RedirectAttributes suite) {
    Message.dire(suite, () -> "Le menu ouvre maintenant la vue « %s ».".formatted(tenir.ouvrirAuMenu(id).nom()));
    return TOUTES;
  }

  @PostMapping("/vues/{id}/hors-du-menu")
  String horsDuMenu(@PathVariable long id, RedirectAttributes suite) {
    vues.une(id).ifPresent(v -> tenir.ouvrirTout(v.liste()));
    suite.addFlashAttribute(Message.CLE, Message.fait("Le menu ouvre de nouveau la liste entière."));
    return TOUTES;
  }

  private Filtres filtres(FormulaireDeVue f) {
    return listes.lire(f.adresse()).map(Lue::filtres).orElseThrow(() -> new RefusMetier("VUE_DE_RIEN",
        "Cette page n'est pas une liste dont une vue se garde : ouvrez la liste, filtrez-la, puis « Enregistrer cette vue »."));
  }

  private VueEnregistree sienne(long id) {
    return vues.une(id).filter(VueEnregistree::mienne).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static FormulaireDeVue formulaire(VueEnregistree v) {
    return new FormulaireDeVue(v.adresse(), false, v.nom(), v.partagee(), v.parDefaut());
  }

  /** @param vue {@code null} for a new one */
  private String afficher(FormulaireDeVue f, VueEnregistree vue, Refus refus, Model modele) {
    String liste = f.adresse().replaceFirst("\\?.*", "");
    modele.addAttribute("f", f).addAttribute("vue", vue).addAttribute(Refus.CLE, refus).addAttribute("liste", liste)
        .addAttribute("retour", listes.lire(f.adresse()).map(l -> l.filtres().adresse().toString()).orElse("/vues"))
        .addAttribute("version", versions.enFormulaire(fiche, vue == null ? null : vue.id(), f));
    return "habilitations/vue";
  }

  private static String enClair(String filtre) {
    return switch (filtre) {
      case "referent" -> "référent";
      case "publicSuivi" -> "public";
      case "modele" -> "modèle";
      default -> filtre;
    };
  }
}
