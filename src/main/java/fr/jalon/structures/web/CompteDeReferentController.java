package fr.jalon.structures.web;

import fr.jalon.ecran.Message;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.LierLesComptes;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The link between an account and a référent, said or undone from the page of either. */
@Controller
@PreAuthorize("hasAuthority('HABILITATIONS')")
class CompteDeReferentController {
  private final LierLesComptes lier;

  CompteDeReferentController(LierLesComptes lier) {
    this.lier = lier;
  }

  @PostMapping("/habilitations/{compte}/referent")
  String duCompte(@PathVariable long compte, @RequestParam(required = false) Integer referent, RedirectAttributes suite) {
    return dire(suite, "/habilitations/" + compte, () -> lier(compte, referent));
  }

  @PostMapping("/habilitations/{compte}/referent/delier")
  String delierLeCompte(@PathVariable long compte, RedirectAttributes suite) {
    return dire(suite, "/habilitations/" + compte, () -> lier.delier(compte));
  }

  @PostMapping("/structures/referents/{referent}/compte")
  String duReferent(@PathVariable int referent, @RequestParam(required = false) Long compte, RedirectAttributes suite) {
    return dire(suite, "/structures/referents/" + referent, () -> lier(compte, referent));
  }

  @PostMapping("/structures/referents/{referent}/compte/delier")
  String delierLeReferent(@PathVariable int referent, RedirectAttributes suite) {
    return dire(suite, "/structures/referents/" + referent, () -> lier.compteDe(referent).ifPresent(c -> lier.delier(c.id())));
  }

  private void lier(Long compte, Integer referent) {
    if (compte == null || referent == null) {
      throw new RefusMetier("CHOIX_ABSENT", compte == null ? "Choisissez un compte dans la liste." : "Choisissez un référent dans la liste.");
    }
    lier.lier(compte, referent);
  }

  private static String dire(RedirectAttributes suite, String page, Runnable acte) {
    Message.dire(suite, () -> {
      acte.run();
      return "C'est noté. À sa prochaine page, l'agent en voit l'effet ; ce qu'il a le droit de voir n'a pas changé.";
    });
    return "redirect:" + page;
  }
}
