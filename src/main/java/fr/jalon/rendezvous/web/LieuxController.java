package fr.jalon.rendezvous.web;

import fr.jalon.ecran.ChangeEntreTemps;
import fr.jalon.ecran.Fiche;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Versions;
import fr.jalon.rendezvous.application.TenirLesLieux;
import fr.jalon.rendezvous.lecture.LieuxConnus;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Structures;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The places where the Département receives. */
@Controller
@PreAuthorize("hasAuthority('RENDEZ_VOUS')")
class LieuxController {
  private final LieuxConnus lieux;
  private final TenirLesLieux tenir;
  private final Structures structures;
  private final Versions versions;
  private final Fiche fiche;

  LieuxController(LieuxConnus lieux, TenirLesLieux tenir, Structures structures, Versions versions) {
    this.lieux = lieux;
    this.tenir = tenir;
    this.structures = structures;
    this.versions = versions;
    this.fiche = Fiche.de("LIEU", "ce lieu").champ("nom", "Nom").champ("adresse", "Numéro et voie").champ("codePostal", "Code postal").champ("commune", "Commune", structures::nomDeCommune)
        .champ("territoire", "Territoire", structures::nomDeTerritoire).champ("capacite", "Personnes que la salle reçoit").champ("telephone", "Téléphone")
        .coche("accessible", "Accessible en fauteuil roulant").coche("actif", "On y reçoit encore");
  }

  @GetMapping("/informations-collectives/lieux")
  String liste(Model modele) {
    modele.addAttribute("lieux", lieux.tous()).addAttribute("territoires", structures.territoires());
    return "rendezvous/lieux";
  }

  @GetMapping("/informations-collectives/lieux/nouveau")
  String nouveau(Model modele) {
    return formulaire(FormulaireDeLieu.nouveau(), null, modele);
  }

  @GetMapping("/informations-collectives/lieux/{id}")
  String un(@PathVariable int id, Model modele) {
    return formulaire(FormulaireDeLieu.de(lieux.un(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))), null, modele);
  }

  @PostMapping("/informations-collectives/lieux")
  Object enregistrer(@ModelAttribute FormulaireDeLieu f, BindingResult lecture, Model modele, RedirectAttributes suite) {
    try {
      Refus.exigerLisible(lecture);
      versions.ecrire(fiche, f.id(), f, () -> lieux.pourChanger(f.id()).map(FormulaireDeLieu::de), g -> tenir.executer(g.lieu()));
    } catch (ChangeEntreTemps change) {
      return new ModelAndView(formulaire(change.formulaire(FormulaireDeLieu.class), null, modele), modele.asMap(), HttpStatus.CONFLICT);
    } catch (RefusMetier refus) {
      return new ModelAndView(formulaire(f, Refus.de(refus), modele), modele.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait("%s est enregistré.".formatted(f.nom())));
    return "redirect:/informations-collectives/lieux";
  }

  private String formulaire(FormulaireDeLieu f, Refus refus, Model modele) {
    modele.addAttribute("f", f).addAttribute("version", versions.enFormulaire(fiche, f.id(), f)).addAttribute("communes", structures.communes()).addAttribute("territoires", structures.territoires());
    if (refus != null) {
      modele.addAttribute(Refus.CLE, refus);
    }
    return "rendezvous/lieu";
  }
}
