package fr.jalon.engagement.web;

import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.engagement.application.TenirLesDelegations;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who has a contract signed without the validation of a responsable. */
@Controller
@PreAuthorize("hasAuthority('VALIDATIONS')")
class DelegationsController {
  private static final String ADRESSE = "/contrats/delegations";
  private final TenirLesDelegations delegations;
  private final Clock horloge;

  DelegationsController(TenirLesDelegations delegations, Clock horloge) {
    this.delegations = delegations;
    this.horloge = horloge;
  }

  @GetMapping(ADRESSE)
  String page(Model modele) {
    return afficher(new FormulaireDeDelegation("", LocalDate.now(horloge).toString(), ""), Refus.AUCUN, modele);
  }

  @PostMapping(ADRESSE)
  Object donner(@ModelAttribute FormulaireDeDelegation saisie, Model modele, RedirectAttributes suite) {
    try {
      Fautes fautes = new Fautes();
      LocalDate depuis = DatesPlausibles.facultatif("depuis", saisie.depuis(), fautes);
      LocalDate jusquAu = DatesPlausibles.facultatif("jusquAu", saisie.jusquAu(), fautes);
      fautes.lever();
      delegations.donner(saisie.agent(), depuis, jusquAu);
    } catch (RefusMetier refus) {
      return Refus.page(refus, afficher(saisie, Refus.de(refus), modele), modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait("La délégation est donnée."));
    return "redirect:" + ADRESSE;
  }

  @PostMapping(ADRESSE + "/{delegation}/fin")
  String retirer(@PathVariable long delegation, RedirectAttributes suite) {
    Message.dire(suite, () -> {
      delegations.retirer(delegation);
      return "La délégation est retirée : les prochains contrats de cet agent attendront la validation d'un responsable.";
    });
    return "redirect:" + ADRESSE;
  }

  private String afficher(FormulaireDeDelegation saisie, Refus refus, Model modele) {
    modele.addAttribute("page", new PageDesDelegations(delegations.regle(), delegations.servent(), delegations.agents(), delegations.toutes(),
        LocalDate.now(horloge), saisie, refus));
    return "engagement/delegations";
  }
}
