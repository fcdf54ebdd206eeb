package fr.jalon.echanges.tableur.web;

import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.echanges.tableur.application.AnnulerTableur;
import fr.jalon.socle.RefusMetier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Annuler ce tableur": what it recorded by mistake is undone, and each row that is not says why. */
@Controller
@PreAuthorize("hasAnyAuthority('IMPORTS', 'REPRISE')")
class AnnulationController {
  private final AnnulerTableur annuler;

  AnnulationController(AnnulerTableur annuler) {
    this.annuler = annuler;
  }

  @PostMapping("/imports/tableur/{id:\\d+}/annuler")
  String annuler(@PathVariable long id, RedirectAttributes suite) {
    try {
      AnnulerTableur.Bilan bilan = annuler.executer(id);
      suite.addFlashAttribute(Message.CLE, bilan.restees() == 0
          ? Message.fait("Tableur annulé : " + Francais.compte(bilan.annulees(), "ligne défaite", "lignes défaites") + ".")
          : Message.fait(Francais.compte(bilan.annulees(), "ligne défaite", "lignes défaites") + ". "
          + Francais.compte(bilan.restees(), "ligne reste", "lignes restent")
              + " : chacune dit pourquoi."));
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(Message.CLE, Message.refus(refus.getMessage()));
    }
    return "redirect:/imports/tableur/" + id;
  }
}
