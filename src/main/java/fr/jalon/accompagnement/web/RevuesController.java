package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.application.DecisionsCommencees;
import fr.jalon.accompagnement.application.TenirUneRevue;
import fr.jalon.accompagnement.domaine.DecisionDeRevue;
import fr.jalon.accompagnement.lecture.Revues;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Rubrique;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.MaFiche;
import fr.jalon.structures.Referent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The review of a file: opened on a day, one person after another, a decision each, closed, printed. */
@Controller
@PreAuthorize("hasAuthority('REVUES')")
class RevuesController {
  private static final int MONTREES = 50;
  private final TenirUneRevue tenir;
  private final ComposerUneRevue composer;
  private final Revues revues;
  private final DecisionsCommencees commencees;
  private final ReferentRegarde referentRegarde;
  private final MaFiche maFiche;
  private final Clock horloge;

  RevuesController(TenirUneRevue tenir, ComposerUneRevue composer, Revues revues, DecisionsCommencees commencees,
      ReferentRegarde referentRegarde, MaFiche maFiche, Clock horloge) {
    this.tenir = tenir;
    this.composer = composer;
    this.revues = revues;
    this.commencees = commencees;
    this.referentRegarde = referentRegarde;
    this.maFiche = maFiche;
    this.horloge = horloge;
  }

  @GetMapping("/revue")
  String toutes(@RequestParam(required = false) Integer referent, Model modele) {
    return afficher(referent == null ? "" : referent.toString(), LocalDate.now(horloge).toString(), Refus.AUCUN, modele);
  }

  @PostMapping("/revue/ouvrir")
  Object ouvrir(@RequestParam(defaultValue = "") String referent, @RequestParam(defaultValue = "") String le, Model modele) {
    try {
      return "redirect:/revue/" + tenir.ouvrir(referent.matches("\\d{1,9}") ? Integer.valueOf(referent) : null, DatesPlausibles.lireOuRien(le));
    } catch (RefusMetier refus) {
      return Refus.page(afficher(referent, le, Refus.de(refus), modele), modele);
    }
  }

  @GetMapping("/revue/{id}")
  String une(@PathVariable long id, @RequestParam(required = false) Long personne, @RequestParam(defaultValue = "") String bloquees, Model modele) {
    modele.addAttribute("page", composer.page(id, personne, !bloquees.isEmpty(), null, Refus.AUCUN));
    return "accompagnement/revue";
  }

  /** When she leaves a person without recording: what she typed is kept for her, and for nobody else. */
  @PostMapping("/revue/{id}/saisie")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void saisie(@PathVariable long id, @RequestParam long personne, @RequestParam(defaultValue = "") String decision,
      @RequestParam(defaultValue = "") String pourquoi) {
    if (!composer.tenue(id, personne)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    if (composer.dejaDecide(id, personne, decision, pourquoi)) {
      commencees.effacer(personne);
    } else {
      commencees.garder(id, personne, decision, pourquoi);
    }
  }

  @PostMapping("/revue/{id}")
  Object decider(@PathVariable long id, @RequestParam long personne, @RequestParam(defaultValue = "") String decision,
      @RequestParam(defaultValue = "") String pourquoi, @RequestParam(defaultValue = "") String vu, @RequestParam(defaultValue = "") String bloquees,
      Model modele, RedirectAttributes suite) {
    boolean seules = !bloquees.isEmpty();
    try {
      tenir.decider(id, personne, Stream.of(DecisionDeRevue.values()).filter(d -> d.name().equals(decision)).findFirst().orElse(null), pourquoi, vu);
    } catch (RefusMetier refus) {
      modele.addAttribute("page", composer.page(id, personne, seules, new PageDeRevue.Saisie(decision, pourquoi), Refus.de(refus)));
      return Refus.page("accompagnement/revue", modele);
    }
    commencees.effacer(personne);
    suite.addFlashAttribute(Message.CLE, Message.fait("Enregistré pour %s : %s.".formatted(revues.nomDe(personne),
        DecisionDeRevue.valueOf(decision).libelle().toLowerCase(Locale.FRENCH))));
    Long apres = composer.apres(id, personne, seules);
    return "redirect:" + (apres == null ? "/revue/" + id + "/compte-rendu" : PageDeRevue.adresse(id, apres, seules));
  }

  @GetMapping("/revue/{id}/compte-rendu")
  String compteRendu(@PathVariable long id, Model modele) {
    modele.addAttribute("page", composer.compteRendu(id));
    return "accompagnement/compte-rendu";
  }

  @PostMapping("/revue/{id}/clore")
  String clore(@PathVariable long id, RedirectAttributes suite) {
    Message.dire(suite, () -> {
      tenir.clore(id);
      return "La revue est close. Ce qu'elle a décidé est dans le dossier de chaque personne, "
          + "et dans la journée de qui la suit tant que ce n'est pas fait.";
    });
    return "redirect:/revue/" + id + "/compte-rendu";
  }

  @PostMapping("/revue/decisions/{decision}/faite")
  String faite(@PathVariable long decision, @RequestParam long personne, RedirectAttributes suite) {
    Message.dire(suite, () -> {
      tenir.faite(decision, personne);
      return "C'est noté : ce qui était décidé est fait.";
    });
    return "redirect:" + PartieDuDossier.PARCOURS.adresse(personne);
  }

  private String afficher(String referent, String le, Refus refus, Model modele) {
    Optional<Referent> moi = maFiche.referent();
    List<Referent> choix = moi.map(List::of).orElseGet(referentRegarde::choix);
    modele.addAttribute("page", new PageDesRevues(revues.toutes(moi.map(Referent::id).orElse(null), MONTREES), choix, referent, le,
        LocalDate.now(horloge), refus));
    return "accompagnement/revues";
  }

  /** After « Mes personnes ». */
  @Configuration("menuDesRevues")
  static class Menu {
    @Bean
    EntreeDeMenu menuRevues() {
      return new EntreeDeMenu(Rubrique.SUIVI, 20, "Revues de file active", "/revue", "list-check", "REVUES");
    }
  }
}
