package fr.jalon.structures.web;

import fr.jalon.ecran.Message;
import fr.jalon.structures.RetirerDesStructures;
import fr.jalon.structures.Structures;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes away what was created by mistake. What has served stays, and the page says what to do instead. */
@Controller
@PreAuthorize("hasAuthority('STRUCTURES')")
class RetraitController {
  private final Structures structures;
  private final RetirerDesStructures retirer;

  RetraitController(Structures structures, RetirerDesStructures retirer) {
    this.structures = structures;
    this.retirer = retirer;
  }

  @PostMapping("/structures/organisations/{id}/retirer")
  String organisation(@PathVariable int id, RedirectAttributes suite) {
    String nom = structures.organisation(id).orElseThrow(RetraitController::absente).nom();
    return dire(retirer.organisation(id, nom), nom, "/structures/organisations/" + id,
        "%s a des sites, des référents, des personnes ou des comptes : elle reste. Retirez-les d'abord, ou décochez « Prend de nouvelles personnes ».", suite);
  }

  @PostMapping("/structures/referents/{id}/retirer")
  String referent(@PathVariable int id, RedirectAttributes suite) {
    String nom = structures.referent(id).orElseThrow(RetraitController::absente).nom();
    return dire(retirer.referent(id, nom), nom, "/structures/referents/" + id,
        "%s a suivi des personnes ou tenu des rendez-vous : sa fiche reste. Décochez « Suit des personnes », ou écrivez son dernier jour.", suite);
  }

  private static String dire(boolean retire, String nom, String page, String sinon, RedirectAttributes suite) {
    suite.addFlashAttribute(Message.CLE, retire ? Message.fait(nom + " : retiré.") : Message.refus(sinon.formatted(nom)));
    return "redirect:" + (retire ? "/structures" : page);
  }

  private static ResponseStatusException absente() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
