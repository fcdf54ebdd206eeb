package fr.jalon.papiers.web;

import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.papiers.application.CorrigerUnPapier;
import fr.jalon.papiers.application.DemanderUnPapier;
import fr.jalon.papiers.application.GenresDePapier;
import fr.jalon.papiers.application.NoterUnPapier;
import fr.jalon.socle.RefusMetier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The papers of a person: noted as seen, asked for, received, corrected. */
@Controller
@PreAuthorize("hasAuthority('PAPIERS')")
class PapiersController {
  private final NoterUnPapier noter;
  private final DemanderUnPapier demander;
  private final CorrigerUnPapier corriger;
  private final GenresDePapier genres;
  private final ComposerLaPage page;

  PapiersController(NoterUnPapier noter, DemanderUnPapier demander, CorrigerUnPapier corriger, GenresDePapier genres, ComposerLaPage page) {
    this.noter = noter;
    this.demander = demander;
    this.corriger = corriger;
    this.genres = genres;
    this.page = page;
  }

  @GetMapping("/papiers/{personne}")
  String papiers(@PathVariable long personne, Model modele) {
    return page.montrer(personne, modele);
  }

  @PostMapping("/papiers/{personne}/vu")
  Object vu(@PathVariable long personne, @ModelAttribute FormulaireDePapier f, Model modele, RedirectAttributes suite) {
    return faire(personne, "vu", f, "C'est noté : ce papier ne sera pas redemandé tant qu'il est valable.", modele, suite,
        () -> noter.executer(f.papierVu(personne, genres.genre(f.genre()).orElse(null))));
  }

  @PostMapping("/papiers/{personne}/demande")
  Object demande(@PathVariable long personne, @ModelAttribute FormulaireDePapier f, Model modele, RedirectAttributes suite) {
    return faire(personne, "demande", f, "C'est noté : ce papier est attendu, et se trouve dans la journée de qui suit cette personne.", modele,
        suite,
        () -> demander.executer(f.papierDemande(personne, genres.genre(f.genre()).orElse(null))));
  }

  @PostMapping("/papiers/{personne}/{papier}/recu")
  Object recu(@PathVariable long personne, @PathVariable long papier, @ModelAttribute FormulaireDePapier f, Model modele, RedirectAttributes suite) {
    return faire(personne, "recu-" + papier, f, "Le papier est reçu.", modele, suite,
        () -> noter.recevoir(personne, papier, f.jourVu(), f.jourEcrit(), f.numero()));
  }

  @PostMapping("/papiers/{personne}/{papier}/plus-necessaire")
  Object plusNecessaire(@PathVariable long personne, @PathVariable long papier, @ModelAttribute FormulaireDePapier f, Model modele,
      RedirectAttributes suite) {
    return faire(personne, "inutile-" + papier, f, "Ce papier n'est plus attendu.", modele, suite,
        () -> noter.plusNecessaire(personne, papier, f.motif()));
  }

  @PostMapping("/papiers/{personne}/{papier}/correction")
  Object correction(@PathVariable long personne, @PathVariable long papier, @ModelAttribute FormulaireDePapier f, Model modele,
      RedirectAttributes suite) {
    return faire(personne, "correction-" + papier, f, "Le papier est corrigé. Ce qu'il disait reste lisible dessous.", modele, suite,
        () -> corriger.executer(personne, papier, f.jourVu(), f.jourEcrit(), f.motif(), f.corrections()));
  }

  @PostMapping("/papiers/{personne}/{papier}/erreur")
  Object erreur(@PathVariable long personne, @PathVariable long papier, @ModelAttribute FormulaireDePapier f, Model modele,
      RedirectAttributes suite) {
    return faire(personne, "erreur-" + papier, f,
        "Ce papier ne compte plus. Il reste lisible, avec la raison ; sa copie s'efface, la nuit suivante au plus tard.", modele, suite,
        () -> corriger.ecarter(personne, papier, f.motif()));
  }

  /** What a form asks; refused, the page shows it again with what was typed. */
  private Object faire(long personne, String quoi, FormulaireDePapier f, String fait, Model modele, RedirectAttributes suite, Runnable acte) {
    try {
      acte.run();
    } catch (RefusMetier refus) {
      return Refus.page(page.refuser(personne, quoi, f, refus, modele), modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait(fait));
    return "redirect:/papiers/" + personne;
  }
}
