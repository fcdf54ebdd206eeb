package fr.jalon.carnet.web;

import fr.jalon.carnet.application.CorrigerUnEcrit;
import fr.jalon.carnet.application.CorrigerUnEcrit.ACorriger;
import fr.jalon.carnet.application.EcrireDansLeCarnet;
import fr.jalon.carnet.application.ThemesDuCarnet;
import fr.jalon.carnet.domaine.Theme;
import fr.jalon.carnet.lecture.Lecteurs;
import fr.jalon.carnet.lecture.LecteursDuCarnet;
import fr.jalon.allocataires.PersonneVisible;
import fr.jalon.allocataires.PersonneVisible.Identite;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Regard;
import fr.jalon.journal.Journal;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
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

/** Writes in the notebook of a person once who will read is shown, and corrects. */
@Controller
@PreAuthorize("hasAuthority('CARNET')")
class EcritController {
  private final EcrireDansLeCarnet ecrire;
  private final CorrigerUnEcrit corriger;
  private final LecteursDuCarnet lecteurs;
  private final PersonneVisible personnes;
  private final ThemesDuCarnet themes;
  private final Journal journal;
  private final Regard regard;
  private final Clock horloge;

  EcritController(EcrireDansLeCarnet ecrire, CorrigerUnEcrit corriger, LecteursDuCarnet lecteurs, PersonneVisible personnes, ThemesDuCarnet themes,
      Journal journal, Regard regard, Clock horloge) {
    this.ecrire = ecrire;
    this.corriger = corriger;
    this.lecteurs = lecteurs;
    this.personnes = personnes;
    this.themes = themes;
    this.journal = journal;
    this.regard = regard;
    this.horloge = horloge;
  }

  @GetMapping("/carnet/{personne}/nouveau")
  String nouveau(@PathVariable long personne, Model modele) {
    return afficher(visible(personne), new FormulaireDEcrit(null, null, LocalDate.now(horloge).toString(), null, null, null, null), Refus.AUCUN,
        modele);
  }

  /** Who will read, as soon as a theme is chosen. */
  @GetMapping("/carnet/{personne}/lecteurs")
  String lecteurs(@PathVariable long personne, @RequestParam(defaultValue = "") String theme, Model modele) {
    Identite qui = visible(personne);
    modele.addAttribute("page", new PageDEcrit(qui, lecteurs.miens(), lecteurs.de(personne, theme),
        new FormulaireDEcrit(theme, null, null, null, null, null,
        null), regard.identifiant(), LocalDate.now(horloge), Refus.AUCUN));
    return "carnet/lecteurs-choisis";
  }

  @PostMapping("/carnet/{personne}/nouveau")
  Object ecrire(@PathVariable long personne, @ModelAttribute FormulaireDEcrit f, @RequestParam(defaultValue = "") String annonces,
      Model modele, RedirectAttributes suite) {
    Optional<Theme> theme = themes.theme(f.theme());
    try {
      if (personnes.de(personne).isPresent() && theme.filter(lecteurs.miens()::contains).isPresent() && !f.theme().equals(f.lus())) {
        throw new RefusMetier("LECTEURS_A_VOIR", "Lisez d'abord qui lira ce texte, sous le thème, puis enregistrez. Rien n'est encore écrit.");
      }
      if (!annonces.isEmpty() && theme.filter(t -> !t.annonce().equals(annonces)).isPresent()) {
        throw new RefusMetier("LECTEURS_AUTRES", "Le Département vient de changer qui lit ce thème : relisez qui lira, puis enregistrez. "
            + "Rien n'est encore écrit.");
      }
      ecrire.executer(f.ecrit(personne, theme.orElse(null)), f.limiteIllisible());
    } catch (RefusMetier refus) {
      Optional<Identite> qui = personnes.de(personne);
      return Refus.page(qui.isEmpty() ? TexteGarde.montrer(refus, f.texte(), modele)
          : afficher(qui.get(), refus instanceof FormulaireDejaServi ? f.sousUneAutreCle() : f, Refus.de(refus)
              .dansLOrdre("theme", "le", "texte", "pour",
              "limite"), modele), modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait(f.pour().isBlank() ? "C'est écrit dans le carnet."
        : "C'est écrit dans le carnet, et demandé."));
    return "redirect:/carnet/" + personne;
  }

  @GetMapping("/carnet/ecrits/{entree}/correction")
  String correction(@PathVariable long entree, Model modele) {
    ACorriger e = corriger.de(entree).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return afficher(e, e.le().toString(), e.texte(), "", Refus.AUCUN, modele);
  }

  @PostMapping("/carnet/ecrits/{entree}/correction")
  Object corriger(@PathVariable long entree, @RequestParam(defaultValue = "") String le,
      @RequestParam(defaultValue = "") String texte, @RequestParam(defaultValue = "") String motif, @RequestParam(defaultValue = "-1") int vu,
          Model modele,
      RedirectAttributes suite) {
    String propre = FormulaireDEcrit.propre(texte);
    long personne;
    try {
      personne = corriger.executer(entree, DatesPlausibles.lireOuRien(le), propre, motif, vu);
    } catch (RefusMetier refus) {
      Optional<ACorriger> e = corriger.de(entree);
      return Refus.page(e.isEmpty() ? TexteGarde.montrer(refus, propre, modele) : afficher(e.get(), le, propre, motif, Refus.de(refus), modele),
          modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait("Le texte est corrigé. L'ancien reste lisible dessous."));
    return "redirect:/carnet/" + personne + "?ecrit=" + entree;
  }

  private Identite visible(long personne) {
    return personnes.de(personne).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String afficher(Identite qui, FormulaireDEcrit f, Refus refus, Model modele) {
    Lecteurs lus = lecteurs.de(qui.id(), f.theme());
    modele.addAttribute("page", new PageDEcrit(qui, lecteurs.miens(), lus, f, regard.identifiant(), LocalDate.now(horloge), refus));
    return "carnet/nouveau";
  }

  private String afficher(ACorriger e, String le, String texte, String motif, Refus refus, Model modele) {
    // its text is read here as in the notebook: the person is told so
    journal.annoncer("CONSULTATION", e.personneId(), null, "Carnet partagé");
    modele.addAttribute("page", new PageDeCorrection(visible(e.personneId()), e, themes.libelle(e.theme()), le, texte, motif,
        LocalDate.now(horloge), refus));
    return "carnet/correction";
  }
}
