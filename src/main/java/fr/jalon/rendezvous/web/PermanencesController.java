package fr.jalon.rendezvous.web;

import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.rendezvous.application.TenirLesPermanences;
import fr.jalon.rendezvous.lecture.LieuxConnus;
import fr.jalon.rendezvous.lecture.PermanencesTenues;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who receives, where and when: the opening hours and the days of absence. */
@Controller
@PreAuthorize("hasAuthority('RENDEZ_VOUS')")
class PermanencesController {
  private final PermanencesTenues permanences;
  private final LieuxConnus lieux;
  private final TenirLesPermanences tenir;
  private final Structures structures;
  private final Clock horloge;

  PermanencesController(PermanencesTenues permanences, LieuxConnus lieux, TenirLesPermanences tenir, Structures structures, Clock horloge) {
    this.permanences = permanences;
    this.lieux = lieux;
    this.tenir = tenir;
    this.structures = structures;
    this.horloge = horloge;
  }

  @GetMapping("/agenda/permanences")
  String liste(Model modele) {
    modele.addAttribute("permanences", permanences.toutes());
    return "rendezvous/permanences";
  }

  @GetMapping("/agenda/permanences/nouvelle")
  String nouvelle(Model modele) {
    return formulaire(FormulaireDePermanence.nouveau(), modele);
  }

  @PostMapping("/agenda/permanences")
  Object ouvrir(@ModelAttribute FormulaireDePermanence f, BindingResult lecture, Model modele, RedirectAttributes suite) {
    try {
      Refus.exigerLisible(lecture);
      TenirLesPermanences.Ouverte ouverte = tenir.ouvrir(f.saisie());
      int feries = permanences.feriesLaisses(ouverte.id()).size();
      suite.addFlashAttribute(Message.CLE, Message.fait("La permanence est ouverte : %s.%s".formatted(Francais.compte(ouverte.creneaux(),
          "créneau", "créneaux"),
          feries == 0 ? "" : " %s de côté : voyez plus bas si vous voulez en ouvrir.".formatted(Francais.compte(feries, "jour férié est laissé",
          "jours fériés sont laissés")))));
      return "redirect:/agenda/permanences/" + ouverte.id();
    } catch (RefusMetier refus) {
      modele.addAttribute(Refus.CLE, Refus.de(refus));
      return Refus.page(formulaire(f, modele), modele);
    }
  }

  @GetMapping("/agenda/permanences/{id}")
  String une(@PathVariable int id, Model modele) {
    modele.addAttribute("p", permanences.une(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
        .addAttribute("fermes", permanences.joursFermes(id))
        .addAttribute("feries", permanences.feriesLaisses(id))
        .addAttribute("aujourdhui", LocalDate.now(horloge).toString());
    return "rendezvous/permanence";
  }

  @PostMapping("/agenda/permanences/{id}/fermer")
  Object fermer(@PathVariable int id, @RequestParam(defaultValue = "") String du, @RequestParam(defaultValue = "") String au,
      @RequestParam(defaultValue = "") String motif,
      Model modele, RedirectAttributes suite) {
    try {
      int prevenues = tenir.fermer(id, DatesPlausibles.lireOuRien(du), DatesPlausibles.lireOuRien(au), motif);
      suite.addFlashAttribute(Message.CLE, Message.fait("L'absence est enregistrée.%s".formatted(prevenues == 0 ? ""
          : " %s : un autre rendez-vous est à donner.".formatted(Francais.compte(prevenues, "personne est prévenue", "personnes sont prévenues")))));
      return "redirect:/agenda/permanences/" + id;
    } catch (RefusMetier refus) {
      modele.addAttribute(Refus.CLE, Refus.de(refus)).addAttribute("du", du).addAttribute("au", au).addAttribute("motif", motif);
      return Refus.page(une(id, modele), modele);
    }
  }

  @PostMapping("/agenda/permanences/{id}/rouvrir")
  String rouvrir(@PathVariable int id, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate jour, RedirectAttributes suite) {
    try {
      int rouverts = tenir.rouvrir(id, jour);
      suite.addFlashAttribute(Message.CLE, rouverts == 0
          ? Message.information("Aucun créneau n'était fermé ce jour-là, ou la permanence est tenue par un autre territoire.")
          : Message.fait("%s de nouveau.".formatted(Francais.compte(rouverts, "créneau est ouvert", "créneaux sont ouverts"))));
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(Message.CLE, Message.refus(refus.getMessage()));
    }
    return "redirect:/agenda/permanences/" + id;
  }

  /** A public holiday opened by choice. */
  @PostMapping("/agenda/permanences/{id}/ferie")
  String ouvrirUnFerie(@PathVariable int id, @RequestParam(defaultValue = "") String jour, RedirectAttributes suite) {
    Message.dire(suite, () -> {
      int ouverts = tenir.ouvrirUnFerie(id, DatesPlausibles.lireOuRien(jour));
      return ouverts == 0 ? "Les créneaux de ce jour étaient déjà ouverts."
          : "%s ce jour férié.".formatted(Francais.compte(ouverts, "créneau est ouvert", "créneaux sont ouverts"));
    });
    return "redirect:/agenda/permanences/" + id;
  }

  private String formulaire(FormulaireDePermanence f, Model modele) {
    modele.addAttribute("f", f).addAttribute("lieux", lieux.actifs())
        .addAttribute("referents", structures.referents().stream().filter(Referent::actif).toList())
        .addAttribute("aujourdhui", LocalDate.now(horloge).toString());
    return "rendezvous/permanence-formulaire";
  }
}
