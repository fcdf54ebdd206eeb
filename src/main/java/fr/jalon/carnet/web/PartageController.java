package fr.jalon.carnet.web;

import fr.jalon.carnet.application.TenirLesOppositions;
import fr.jalon.carnet.application.ThemesDuCarnet;
import fr.jalon.carnet.domaine.Sorte;
import fr.jalon.carnet.lecture.LecteursDuCarnet;
import fr.jalon.allocataires.PersonneVisible;
import fr.jalon.allocataires.PersonneVisible.Identite;
import fr.jalon.carnet.lecture.QuiALuEtEcrit;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** With whom the notebook of a person is shared, whom she refuses, who read and wrote in it. */
@Controller
@PreAuthorize("hasAuthority('CARNET')")
class PartageController {
  private final LecteursDuCarnet lecteurs;
  private final PersonneVisible personnes;
  private final TenirLesOppositions oppositions;
  private final QuiALuEtEcrit qui;
  private final ThemesDuCarnet themes;
  private final Structures structures;
  private final Parametres parametres;
  private final Clock horloge;

  PartageController(LecteursDuCarnet lecteurs, PersonneVisible personnes, TenirLesOppositions oppositions, QuiALuEtEcrit qui, ThemesDuCarnet themes,
      Structures structures, Parametres parametres, Clock horloge) {
    this.lecteurs = lecteurs;
    this.personnes = personnes;
    this.oppositions = oppositions;
    this.qui = qui;
    this.themes = themes;
    this.structures = structures;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  @GetMapping("/carnet/{personne}/partage")
  String partage(@PathVariable long personne, Model modele) {
    return afficher(personne, "", LocalDate.now(horloge).toString(), Refus.AUCUN, modele);
  }

  /** What is only sent, opened by its address. */
  @GetMapping({"/carnet/{personne}/oppositions", "/carnet/{personne}/oppositions/{opposition}/levee"})
  String parSonAdresse(@PathVariable long personne) {
    return "redirect:/carnet/" + personne + "/partage";
  }

  @PostMapping("/carnet/{personne}/oppositions")
  Object opposer(@PathVariable long personne, @RequestParam(defaultValue = "") String cle, @RequestParam(defaultValue = "") String dite, Model modele,
      RedirectAttributes suite) {
    try {
      oppositions.opposer(personne, cle, DatesPlausibles.lireOuRien(dite));
    } catch (RefusMetier refus) {
      if (personnes.de(personne).isEmpty()) {
        return Refus.page(TexteGarde.montrer(refus, "", modele), modele);
      }
      return Refus.page(afficher(personne, cle, dite, Refus.de(refus), modele), modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait("C'est noté. Rien de son carnet ne leur est plus montré, ce qui est déjà écrit compris."));
    return "redirect:/carnet/" + personne + "/partage";
  }

  @PostMapping("/carnet/{personne}/oppositions/{opposition}/levee")
  String lever(@PathVariable long personne, @PathVariable long opposition, RedirectAttributes suite) {
    Message.dire(suite, () -> {
      oppositions.lever(personne, opposition);
      return "C'est noté : la personne ne s'y oppose plus.";
    });
    return "redirect:/carnet/" + personne + "/partage";
  }

  @GetMapping("/carnet/{personne}/qui")
  String qui(@PathVariable long personne, Model modele) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    modele.addAttribute("personne", visible(personne)).addAttribute("professionnels", qui.de(personne)).addAttribute("oppositions",
        lecteurs.oppositions(personne)).addAttribute("aujourdhui", aujourdhui).addAttribute("mois",
            parametres.mois("journal.conservation_mois", aujourdhui));
    return "carnet/qui";
  }

  private String afficher(long personne, String cle, String dite, Refus refus, Model modele) {
    List<Organisation> organisations = structures.organisations().stream().filter(Organisation::active).toList();
    modele.addAttribute("page", new PageDuPartage(visible(personne), themes.tous(), List.of(Sorte.values()), organisations,
        lecteurs.oppositions(personne), cle,
        dite, LocalDate.now(horloge), refus));
    return "carnet/partage";
  }

  private Identite visible(long personne) {
    return personnes.de(personne).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
