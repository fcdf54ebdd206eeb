package fr.jalon.travaux.web;

import fr.jalon.ecran.Message;
import fr.jalon.ecran.Regard;
import fr.jalon.travaux.Travail;
import fr.jalon.travaux.Travaux;
import fr.jalon.travaux.lecture.TravauxReguliers;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** <em>Mes travaux</em>: what the agent asked that takes time, where it is, what it gave; for who keeps the instance, its regular work too. */
@Controller
class TravauxController {
  private final Travaux travaux;
  private final TravauxReguliers reguliers;
  private final Regard regard;

  TravauxController(Travaux travaux, TravauxReguliers reguliers, Regard regard) {
    this.travaux = travaux;
    this.reguliers = reguliers;
    this.regard = regard;
  }

  @GetMapping("/travaux")
  String liste(Model modele) {
    mettre(modele);
    modele.addAttribute("reguliers", regard.peut("PARAMETRES") ? reguliers.tous() : List.of());
    return "travaux/liste";
  }

  /** The part of the page that moves. */
  @GetMapping("/travaux/liste")
  String table(Model modele) {
    mettre(modele);
    return "travaux/table";
  }

  /** The progress of one, on the page of what it is for; that page is asked for again when it ends. */
  @GetMapping("/travaux/{id:\\d+}/avancement")
  String avancement(@PathVariable long id, Model modele, HttpServletResponse reponse) {
    Travail t = travaux.le(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (!t.bouge()) {
      reponse.setHeader("HX-Refresh", "true");
    }
    modele.addAttribute("travail", t);
    return "travaux/avancement";
  }

  /** The notice of every page, while something moves. */
  @GetMapping("/travaux/signal")
  String signal() {
    return "commun/signal";
  }

  @PostMapping("/travaux/{id:\\d+}/annuler")
  String annuler(@PathVariable long id, RedirectAttributes suite) {
    Message.dire(suite, () -> {
      travaux.annuler(id);
      return "Ce travail va s'arrêter.";
    });
    return "redirect:/travaux";
  }

  /** Reading the list is reading what ended: what is new is marked until it is read again. */
  private void mettre(Model modele) {
    List<Travail> miens = travaux.miens();
    modele.addAttribute("travaux", miens);
    if (miens.stream().anyMatch(t -> !t.bouge() && !t.vu())) {
      travaux.vu(0);
    }
  }
}
