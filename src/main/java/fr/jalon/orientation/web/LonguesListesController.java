package fr.jalon.orientation.web;

import fr.jalon.ecran.Message;
import fr.jalon.orientation.application.AffecterEnFond;
import fr.jalon.orientation.application.LongueListe;
import fr.jalon.orientation.lecture.FiltresDEntrees;
import fr.jalon.orientation.lecture.LigneDEntree;
import fr.jalon.orientation.lecture.ListeDesEntrees;
import fr.jalon.socle.RefusMetier;
import java.util.List;
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

/** Lists too long for one page: searched and recorded behind the screen, with progress and a report. */
@Controller
@PreAuthorize("hasAuthority('ORIENTATIONS')")
class LonguesListesController {
  private final AffecterEnFond enFond;
  private final ListeDesEntrees entrees;

  LonguesListesController(AffecterEnFond enFond, ListeDesEntrees entrees) {
    this.enFond = enFond;
    this.entrees = entrees;
  }

  @PostMapping("/orientations/affectation/longue")
  String proposer(@ModelAttribute FormulaireDAffectation f, FiltresDEntrees filtres, RedirectAttributes suite) {
    List<Long> personnes = entrees.toutes(filtres.sansNom()).stream().filter(LigneDEntree::aOrienter).map(LigneDEntree::personneId)
        .limit(AffecterEnFond.LIMITE).toList();
    String manque = f.parcoursChoisi() == null ? "Choisissez le parcours de la liste." : f.jour() == null
        ? "Indiquez le jour où les orientations sont notifiées."
        : personnes.isEmpty() ? "Personne n'attend dans cette liste." : null;
    try {
      if (manque == null) {
        return "redirect:/orientations/affectation/longue/"
            + enFond.proposer(new LongueListe.Demande(personnes, f.parcoursDeLaListe(), f.publicChoisi(), f.jour(),
            f.motifCommun().isBlank() ? null : f.motifCommun().strip()));
      }
      suite.addFlashAttribute(Message.CLE, Message.refus(manque));
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(Message.CLE, Message.refus(refus.getMessage()));
    }
    return "redirect:" + filtres.adresse().vers("/orientations/affectation");
  }

  @GetMapping("/orientations/affectation/longue/{id}")
  String liste(@PathVariable long id, Model modele) {
    modele.addAttribute("liste", une(id));
    return "orientation/affectation-longue";
  }

  /** The part of the page that moves. */
  @GetMapping("/orientations/affectation/longue/{id}/avancement")
  String avancement(@PathVariable long id, Model modele) {
    modele.addAttribute("liste", une(id));
    return "orientation/affectation-avancement";
  }

  @PostMapping("/orientations/affectation/longue/{id}/enregistrer")
  String enregistrer(@PathVariable long id, RedirectAttributes suite) {
    try {
      enFond.enregistrer(id);
      return "redirect:/orientations/affectation/longue/" + id;
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(Message.CLE, Message.refus(refus.getMessage()));
      return "redirect:/orientations/affectation";
    }
  }

  private LongueListe une(long id) {
    return enFond.le(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
