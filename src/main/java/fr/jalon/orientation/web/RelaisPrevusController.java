package fr.jalon.orientation.web;

import fr.jalon.ecran.ChangeEntreTemps;
import fr.jalon.ecran.Fiche;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Versions;
import fr.jalon.orientation.application.PrevoirUnRelais;
import fr.jalon.orientation.lecture.Relais;
import fr.jalon.orientation.lecture.Relais.Passe;
import fr.jalon.socle.RefusMetier;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes the day, the return or the reason of a hand-over whose day has not come. */
@Controller
@PreAuthorize("hasAuthority('ORIENTATIONS')")
class RelaisPrevusController {
  private final PrevoirUnRelais prevoir;
  private final Relais relais;
  private final Versions versions;
  private final Fiche fiche = Fiche.de("RELAIS_PREVU", "ce relais prévu").champ("le", "À partir du").champ("retourLe", "Retour prévu le")
      .champ("raison", "Pourquoi").coche("prevenir", "Écrire aux personnes").coche("retourSeul", "Le retour se fait de lui-même")
      .coche("prevenirAuRetour", "Écrire aux personnes au retour");

  RelaisPrevusController(PrevoirUnRelais prevoir, Relais relais, Versions versions) {
    this.prevoir = prevoir;
    this.relais = relais;
    this.versions = versions;
  }

  @GetMapping("/relais/{id}/prevu")
  String un(@PathVariable long id, Model modele, RedirectAttributes suite) {
    lire(id);
    return prevoir.lire(id).map(c -> afficher(id, FormulaireDeRelaisPrevu.de(c), Refus.AUCUN, modele)).orElseGet(() -> {
      suite.addFlashAttribute(Message.CLE, Message.information("Ce relais a commencé ou est annulé : il ne se change plus."));
      return "redirect:/relais/" + id;
    });
  }

  @PostMapping("/relais/{id}/prevu")
  Object changer(@PathVariable long id, @ModelAttribute FormulaireDeRelaisPrevu f, Model modele, RedirectAttributes suite) {
    lire(id);
    try {
      versions.ecrire(fiche, id, f, () -> prevoir.pourChanger(id).map(FormulaireDeRelaisPrevu::de),
          g -> prevoir.changer(id, g.changement(), f.motif()));
    } catch (ChangeEntreTemps change) {
      return change.page(afficher(id, change.formulaire(FormulaireDeRelaisPrevu.class), Refus.AUCUN, modele), modele);
    } catch (RefusMetier refus) {
      return Refus.page(afficher(id, f, Refus.de(refus).dansLOrdre("le", "retourLe", "raison", "motif"), modele), modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait("Le relais prévu est changé. Personne n'est prévenu avant son jour."));
    return "redirect:/relais/" + id;
  }

  private Passe lire(long id) {
    return relais.un(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String afficher(long id, FormulaireDeRelaisPrevu f, Refus refus, Model modele) {
    modele.addAttribute("relais", lire(id)).addAttribute("f", f).addAttribute(Refus.CLE, refus)
        .addAttribute("version", versions.enFormulaire(fiche, id, f));
    return "orientation/relais-prevu";
  }
}
