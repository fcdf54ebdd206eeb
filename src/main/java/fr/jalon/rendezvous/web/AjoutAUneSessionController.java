package fr.jalon.rendezvous.web;

import fr.jalon.courriers.Courriers;
import fr.jalon.courriers.LettresDUnActe;
import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.Message;
import fr.jalon.rendezvous.AConvoquer;
import fr.jalon.rendezvous.PersonnesEnAttente;
import fr.jalon.rendezvous.application.Convoquer;
import fr.jalon.socle.RefusMetier;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Convokes one person from the page of a session, by the rules of every convocation. */
@Controller
@PreAuthorize("hasAuthority('RENDEZ_VOUS')")
class AjoutAUneSessionController {
  private final Convoquer convoquer;
  private final List<PersonnesEnAttente> attentes;
  private final Courriers courriers;

  AjoutAUneSessionController(Convoquer convoquer, List<PersonnesEnAttente> attentes, Courriers courriers) {
    this.convoquer = convoquer;
    this.attentes = attentes;
    this.courriers = courriers;
  }

  /**
   * @param q what was searched, kept when she is refused; @param enAttente true for the waiting list; @param malgre true when an interview is planned
   * for her
   */
  @PostMapping("/informations-collectives/{id}/ajouter")
  String ajouter(@PathVariable long id, @RequestParam(required = false) Long personne, @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "false") boolean enAttente, @RequestParam(defaultValue = "false") boolean malgre, RedirectAttributes suite) {
    AdresseDePage page = new AdresseDePage("/informations-collectives/" + id, Map.of());
    try {
      if (personne == null) {
        throw new RefusMetier("PERSONNE_ABSENTE", "Cherchez une personne, puis choisissez-la.");
      }
      LocalDate limite = attentes.stream().map(a -> a.limites(List.of(personne)).get(personne)).filter(Objects::nonNull).findFirst().orElse(null);
      Convoquer.Bilan bilan = convoquer.executer(List.of(new AConvoquer(personne, id, enAttente, limite, malgre)));
      if (!bilan.refus().isEmpty()) {
        throw new RefusMetier("REFUSEE", bilan.refus().values().iterator().next());
      }
      suite.addFlashAttribute(LettresDUnActe.CLE, courriers.lettres(Convoquer.LETTRE, bilan.convocations()));
      suite.addFlashAttribute(Message.CLE, Message.fait(enAttente ? "La personne est en liste d'attente ; elle sera prévenue si une place se libère."
          : "La personne est convoquée et prévenue."));
      return "redirect:" + page;
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(Message.CLE, Message.refus(refus.getMessage()));
      return "redirect:" + page.avec("q", q);
    }
  }
}
