package fr.jalon.rendezvous.web;

import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.rendezvous.application.Repondre;
import fr.jalon.rendezvous.application.SaisirLaPresence;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.rendezvous.domaine.Piece;
import fr.jalon.rendezvous.lecture.FeuilleDePresence;
import fr.jalon.rendezvous.lecture.LigneDePresence;
import fr.jalon.rendezvous.lecture.ListeDesSessions;
import fr.jalon.rendezvous.lecture.PersonnesAAjouter;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The persons of a session: what they answer, the sheet they sign, who came, the papers seen. Each touch is saved; without a script each is a form.
 */
@Controller
@PreAuthorize("hasAuthority('RENDEZ_VOUS')")
class PresenceController {
  private static final String RACINE = "/informations-collectives/";
  private final ListeDesSessions sessions;
  private final FeuilleDePresence feuille;
  private final PersonnesAAjouter personnes;
  private final SaisirLaPresence saisir;
  private final Repondre repondre;
  private final Clock horloge;

  PresenceController(ListeDesSessions sessions, FeuilleDePresence feuille, PersonnesAAjouter personnes, SaisirLaPresence saisir,
      Repondre repondre, Clock horloge) {
    this.sessions = sessions;
    this.feuille = feuille;
    this.personnes = personnes;
    this.saisir = saisir;
    this.repondre = repondre;
    this.horloge = horloge;
  }

  /** The sheet to print and sign. */
  @GetMapping("/informations-collectives/{id}/feuille")
  String feuille(@PathVariable long id, Model modele) {
    modele.addAttribute("page", page(id));
    return "rendezvous/feuille";
  }

  @GetMapping("/informations-collectives/{id}/presence")
  String presence(@PathVariable long id, @RequestParam(defaultValue = "") String q, Model modele) {
    modele.addAttribute("page", page(id)).addAttribute("q", q).addAttribute("trouvees", q.isBlank() ? List.of() : personnes.chercher(q));
    return "rendezvous/presence";
  }

  @PostMapping("/informations-collectives/{id}/presence/{convocation}")
  String noter(@PathVariable long id, @PathVariable long convocation, @RequestParam EtatConvocation etat,
      @RequestParam(defaultValue = "") String motif,
      @RequestParam(required = false) EtatConvocation vu, @RequestHeader(value = "HX-Request", required = false) String htmx, Model modele,
      RedirectAttributes suite) {
    return ligne(id, convocation, () -> saisir.noter(convocation, etat, Empechement.de(motif), vu), htmx, modele, suite);
  }

  @PostMapping("/informations-collectives/{id}/presence/{convocation}/retard")
  String retard(@PathVariable long id, @PathVariable long convocation, @RequestParam boolean retard,
      @RequestHeader(value = "HX-Request", required = false) String htmx,
      Model modele, RedirectAttributes suite) {
    return ligne(id, convocation, () -> saisir.retard(convocation, retard), htmx, modele, suite);
  }

  /** @param vues papers seen; those that are not are missing */
  @PostMapping("/informations-collectives/{id}/presence/{convocation}/pieces")
  String pieces(@PathVariable long id, @PathVariable long convocation, @RequestParam(defaultValue = "") List<String> manquantes,
      @RequestParam(required = false) String vu,
      @RequestHeader(value = "HX-Request", required = false) String htmx, Model modele, RedirectAttributes suite) {
    return ligne(id, convocation, () -> saisir.pieces(convocation, Piece.de(manquantes), vu), htmx, modele, suite);
  }

  @PostMapping("/informations-collectives/{id}/presence/tous")
  String tous(@PathVariable long id, RedirectAttributes suite) {
    return agir(suite, RACINE + id + "/presence",
        () -> Francais.compte(saisir.tousPresents(id), "personne notée présente", "personnes notées présentes")
        + ". Corrigez les absences.");
  }

  @PostMapping("/informations-collectives/{id}/presence/ajouter")
  String ajouter(@PathVariable long id, @RequestParam long personne, RedirectAttributes suite) {
    return agir(suite, RACINE + id + "/presence", () -> {
      saisir.ajouter(id, personne);
      return "La personne est ajoutée et notée présente.";
    });
  }

  @PostMapping("/informations-collectives/convocations/{convocation}/vient")
  String vient(@PathVariable long convocation, RedirectAttributes suite) {
    return agir(suite, retour(convocation), () -> {
      repondre.vient(convocation);
      return "Réponse enregistrée : la personne vient.";
    });
  }

  @PostMapping("/informations-collectives/convocations/{convocation}/ne-peut-pas")
  String nePeutPas(@PathVariable long convocation, @RequestParam(defaultValue = "") String motif, @RequestParam(defaultValue = "") String precisions,
      RedirectAttributes suite) {
    String retour = retour(convocation);
    try {
      repondre.nePeutPas(convocation, Empechement.de(motif), precisions);
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(Message.CLE, Message.refus(refus.getMessage()));
      return "redirect:" + retour;
    }
    suite.addFlashAttribute(Message.CLE,
        Message.fait("Réponse enregistrée : la personne ne peut pas venir. Voici d'autres dates pour elle ; sinon, elle reste à convoquer."));
    long personne = feuille.une(convocation).orElseThrow(PresenceController::absente).personneId();
    return "redirect:/nouveaux-entrants/convocation?personne=" + personne + "&retour=" + retour;
  }

  @PostMapping("/informations-collectives/convocations/{convocation}/annuler")
  String annuler(@PathVariable long convocation, @RequestParam(defaultValue = "") String motif, RedirectAttributes suite) {
    return agir(suite, retour(convocation), () -> {
      repondre.annuler(List.of(convocation), motif);
      return "La convocation est annulée.";
    });
  }

  private String ligne(long session, long convocation, Runnable acte, String htmx, Model modele, RedirectAttributes suite) {
    String refus = null;
    try {
      acte.run();
    } catch (RefusMetier non) {
      refus = non.getMessage();
    }
    if (htmx == null) {
      if (refus != null) {
        suite.addFlashAttribute(Message.CLE, Message.refus(refus));
      }
      return "redirect:" + RACINE + session + "/presence#ligne-" + convocation;
    }
    LigneDePresence ligne = feuille.une(convocation).orElseThrow(PresenceController::absente);
    modele.addAttribute("ligne", ligne).addAttribute("session", session).addAttribute("page", page(session).comptes());
    if (refus != null) {
      modele.addAttribute("refus", refus);
    }
    return "rendezvous/presence-reponse";
  }

  private String agir(RedirectAttributes suite, String retour, java.util.function.Supplier<String> acte) {
    Message.dire(suite, acte);
    return "redirect:" + retour;
  }

  private String retour(long convocation) {
    return RACINE + feuille.session(convocation).orElseThrow(PresenceController::absente);
  }

  private PageDeSession page(long id) {
    return new PageDeSession(sessions.une(id).orElseThrow(PresenceController::absente), feuille.appel(id), List.of(), LocalDate.now(horloge));
  }

  private static ResponseStatusException absente() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
