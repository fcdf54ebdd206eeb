package fr.jalon.echanges.tableur.web;

import fr.jalon.ecran.Message;
import fr.jalon.echanges.tableur.application.AnnulationEnFond;
import fr.jalon.echanges.tableur.application.Tableurs;
import fr.jalon.socle.RefusMetier;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Annuler ce tableur": what it recorded by mistake is undone, and each row that is not says why. */
@Controller
@PreAuthorize("hasAnyAuthority('IMPORTS', 'REPRISE')")
class AnnulationController {
  private final AnnulationEnFond enFond;
  private final Tableurs tableurs;

  AnnulationController(AnnulationEnFond enFond, Tableurs tableurs) {
    this.enFond = enFond;
    this.tableurs = tableurs;
  }

  @PostMapping("/imports/tableur/{id:\\d+}/annuler")
  String annuler(@PathVariable long id, RedirectAttributes suite) {
    try {
      enFond.lancer(tableurs.lire(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(Message.CLE, Message.refus(refus.getMessage()));
    }
    return "redirect:/imports/tableur/" + id;
  }
}
