package fr.jalon.diagnostic.web;

import fr.jalon.diagnostic.application.PrevoirUneAction;
import fr.jalon.diagnostic.application.SuivreUneAction;
import fr.jalon.diagnostic.application.ThemesDuDiagnostic;
import fr.jalon.diagnostic.domaine.Themes;
import fr.jalon.diagnostic.lecture.ActionsDUnePersonne;
import fr.jalon.diagnostic.lecture.DiagnosticGlobal;
import fr.jalon.diagnostic.lecture.FaitsDeLaCaisse;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Regard;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
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

/** What is done about the freins of a person: plans an action, gives news of one. */
@Controller
@PreAuthorize("hasAuthority('DIAGNOSTICS')")
class ActionsController {
  private final FaitsDeLaCaisse personnes;
  private final ThemesDuDiagnostic themes;
  private final DiagnosticGlobal diagnostics;
  private final ActionsDUnePersonne actions;
  private final PrevoirUneAction prevoir;
  private final SuivreUneAction suivre;
  private final Regard regard;
  private final Clock horloge;

  ActionsController(FaitsDeLaCaisse personnes, ThemesDuDiagnostic themes, DiagnosticGlobal diagnostics, ActionsDUnePersonne actions,
      PrevoirUneAction prevoir, SuivreUneAction suivre, Regard regard, Clock horloge) {
    this.personnes = personnes;
    this.themes = themes;
    this.diagnostics = diagnostics;
    this.actions = actions;
    this.prevoir = prevoir;
    this.suivre = suivre;
    this.regard = regard;
    this.horloge = horloge;
  }

  @GetMapping("/diagnostic-global/{personne}/actions")
  String page(@PathVariable long personne, @RequestParam(defaultValue = "") String theme, @RequestParam(defaultValue = "") String retour,
      Model modele) {
    return afficher(personne, FormulaireDAction.vide(theme, retour), null, Refus.AUCUN, modele);
  }

  @PostMapping("/diagnostic-global/{personne}/actions")
  Object prevoir(@PathVariable long personne, @ModelAttribute FormulaireDAction f, Model modele, RedirectAttributes suite) {
    connue(personne);
    try {
      prevoir.executer(personne, f.action(referentiel(), regard.peut("SANTE")), aujourdhui());
      suite.addFlashAttribute(Message.CLE, Message.fait("L'action est notée."));
      return "redirect:" + f.retourSur(personne);
    } catch (RefusMetier refus) {
      return Refus.page(afficher(personne, refus instanceof FormulaireDejaServi ? f.sousUneAutreCle() : f, null, Refus.de(refus), modele), modele);
    }
  }

  @PostMapping("/diagnostic-global/{personne}/actions/{action}")
  Object suivre(@PathVariable long personne, @PathVariable long action, @ModelAttribute FormulaireDeNouvelles f, Model modele,
      RedirectAttributes suite) {
    try {
      suivre.executer(personne, action, f.vue(), f.etatChoisi(), f.jour(), f.dit());
      suite.addFlashAttribute(Message.CLE, Message.fait("Les nouvelles sont notées."));
      return "redirect:" + f.retourSur(personne);
    } catch (RefusMetier refus) {
      return Refus.page(afficher(personne, FormulaireDAction.vide("", f.retour()), f.de(action),
          Refus.de(refus, champ -> champ + "-" + action), modele),
          modele);
    }
  }

  private String afficher(long personne, FormulaireDAction f, FormulaireDeNouvelles nouvelles, Refus refus, Model modele) {
    FaitsDeLaCaisse.Connue qui = connue(personne);
    modele.addAttribute("page", new PageDesActions(qui, referentiel(), diagnostics.au(personne, aujourdhui()), actions.au(personne, aujourdhui()), f,
        nouvelles, regard.peut("SANTE"), aujourdhui(), refus));
    return "diagnostic/actions";
  }

  private FaitsDeLaCaisse.Connue connue(long personne) {
    return personnes.de(personne).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Themes referentiel() {
    return themes.au(aujourdhui());
  }

  private LocalDate aujourdhui() {
    return LocalDate.now(horloge);
  }
}
