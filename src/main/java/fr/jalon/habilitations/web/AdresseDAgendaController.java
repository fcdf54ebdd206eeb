package fr.jalon.habilitations.web;

import fr.jalon.ecran.Message;
import fr.jalon.habilitations.AdressesDAgenda;
import fr.jalon.habilitations.AgentConnecte;
import fr.jalon.habilitations.comptes.Comptes;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The secret address of an agent's calendar, on her "Mon compte": given, replaced, revoked. */
@Controller
@PreAuthorize("hasAuthority('RENDEZ_VOUS')")
class AdresseDAgendaController {
  private static final String PAGE = "redirect:/mon-compte#titre-agenda";
  private final AdressesDAgenda adresses;
  private final Comptes comptes;

  AdresseDAgendaController(AdressesDAgenda adresses, Comptes comptes) {
    this.adresses = adresses;
    this.comptes = comptes;
  }

  /** Shown on the page that follows, and nowhere after. */
  @PostMapping("/mon-compte/agenda")
  String donner(@AuthenticationPrincipal AgentConnecte connecte, RedirectAttributes suite) {
    String secret = adresses.donner(comptes.parId(connecte.id()).orElseThrow());
    suite.addFlashAttribute("adresseDAgenda",
        ServletUriComponentsBuilder.fromCurrentContextPath().path("/calendrier/{secret}.ics").buildAndExpand(secret).toUriString());
    suite.addFlashAttribute(Message.CLE, Message.fait("Votre adresse d'agenda est prête : copiez-la maintenant, elle ne sera plus montrée."));
    return PAGE;
  }

  @PostMapping("/mon-compte/agenda/retirer")
  String retirer(@AuthenticationPrincipal AgentConnecte connecte, RedirectAttributes suite) {
    adresses.revoquer(comptes.parId(connecte.id()).orElseThrow());
    suite.addFlashAttribute(Message.CLE, Message.fait("L'adresse est retirée : plus aucun agenda ne la lit. "
        + "Ce qu'un agenda a déjà lu y reste jusqu'à ce que vous l'en retiriez."));
    return PAGE;
  }
}
