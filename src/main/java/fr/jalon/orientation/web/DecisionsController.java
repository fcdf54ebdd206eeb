package fr.jalon.orientation.web;

import fr.jalon.diagnostic.Recommandations;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Regard;
import fr.jalon.orientation.application.AccepterReorientation;
import fr.jalon.orientation.application.AnnulerDecision;
import fr.jalon.orientation.application.RefuserReorientation;
import fr.jalon.orientation.domaine.Reorientation;
import fr.jalon.orientation.lecture.LigneDeReorientation;
import fr.jalon.orientation.lecture.ListeDesReorientations;
import fr.jalon.orientation.web.PageDeReorientation.Motif;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One request of réorientation: read or withdrawn by whoever may ask, decided by whoever may orient. */
@Controller
@PreAuthorize("hasAuthority('REORIENTATIONS')")
class DecisionsController {
  private static final String PAGE = "redirect:/reorientations/";
  private final ListeDesReorientations liste;
  private final AccepterReorientation accepter;
  private final RefuserReorientation refuser;
  private final AnnulerDecision annuler;
  private final Recommandations recommandations;
  private final Structures structures;
  private final Regard regard;
  private final Clock horloge;

  DecisionsController(ListeDesReorientations liste, AccepterReorientation accepter, RefuserReorientation refuser, AnnulerDecision annuler,
      Recommandations recommandations, Structures structures, Regard regard, Clock horloge) {
    this.liste = liste;
    this.accepter = accepter;
    this.refuser = refuser;
    this.annuler = annuler;
    this.recommandations = recommandations;
    this.structures = structures;
    this.regard = regard;
    this.horloge = horloge;
  }

  @GetMapping("/reorientations/{id}")
  String demande(@PathVariable long id, Model modele) {
    LigneDeReorientation l = ligne(id);
    return afficher(l, propose(l), Refus.AUCUN, Motif.AUCUN, modele);
  }

  /** What the form of the orientation shows before anything is typed. */
  private FormulaireDOrientation propose(LigneDeReorientation l) {
    Reorientation r = l.demande();
    Recommandations.Faite faite = recommandations.derniere(r.personneId()).orElse(null);
    Parcours propose = l.diagnosticLe() != null && faite != null ? faite.parcours() : r.parcoursVoulu();
    return new FormulaireDOrientation(r.personneId(), propose == null ? null : propose.name(),
        r.organisationVoulueId() == null ? null : r.organisationVoulueId().toString(), LocalDate.now(horloge).toString(), null, null);
  }

  @PostMapping("/reorientations/{id}/accepter")
  @PreAuthorize("hasAuthority('ORIENTATIONS')")
  Object accepter(@PathVariable long id, @ModelAttribute FormulaireDOrientation envoye, Model modele, RedirectAttributes suite) {
    LigneDeReorientation l = ligne(id);
    FormulaireDOrientation f = envoye.pour(l.demande().personneId());
    try {
      accepter.executer(id, f.orientation());
      suite.addFlashAttribute(Message.CLE,
          Message.fait("Réorientation de %s acceptée. Le suivi précédent a pris fin la veille.".formatted(l.nomComplet())));
      return "redirect:" + (liste.une(id).isPresent() ? "/reorientations/" + id : "/reorientations");
    } catch (RefusMetier refus) {
      return Refus.page(afficher(ligne(id), f, FormulaireDOrientation.refus(refus), Motif.AUCUN, modele), modele);
    }
  }

  @PostMapping("/reorientations/{id}/refuser")
  @PreAuthorize("hasAuthority('ORIENTATIONS')")
  Object refuser(@PathVariable long id, @RequestParam(defaultValue = "") String raison,
      @RequestParam(defaultValue = "false") boolean prevenir, Model modele,
      RedirectAttributes suite) {
    LigneDeReorientation l = ligne(id);
    try {
      refuser.executer(id, LocalDate.now(horloge), raison, prevenir);
      suite.addFlashAttribute(Message.CLE, Message.fait("Demande refusée : le suivi de %s continue.".formatted(l.nomComplet())));
      return PAGE + id;
    } catch (RefusMetier refus) {
      return refuse(id, new Motif("raison-du-refus", raison, prevenir), refus, modele);
    }
  }

  @PostMapping("/reorientations/{id}/annuler")
  @PreAuthorize("hasAuthority('ORIENTATIONS')")
  Object annuler(@PathVariable long id, @RequestParam(defaultValue = "") String raison, Model modele, RedirectAttributes suite) {
    try {
      annuler.executer(id, raison);
      suite.addFlashAttribute(Message.CLE, Message.fait("La décision est annulée : la demande attend de nouveau."));
      return PAGE + id;
    } catch (RefusMetier refus) {
      return refuse(id, new Motif("raison-de-l-annulation", raison, true), refus, modele);
    }
  }

  @PostMapping("/reorientations/{id}/retirer")
  Object retirer(@PathVariable long id, @RequestParam(defaultValue = "") String raison, Model modele, RedirectAttributes suite) {
    try {
      refuser.retirer(id, raison);
      suite.addFlashAttribute(Message.CLE, Message.fait("La demande est retirée : le suivi continue."));
      return PAGE + id;
    } catch (RefusMetier refus) {
      return refuse(id, new Motif("raison-du-retrait", raison, true), refus, modele);
    }
  }

  /** The page again, with what was typed in one of its short forms. */
  private Object refuse(long id, Motif motif, RefusMetier refus, Model modele) {
    LigneDeReorientation l = ligne(id);
    return Refus.page(afficher(l, propose(l), Refus.de(refus, _ -> motif.champ()), motif, modele), modele);
  }

  private LigneDeReorientation ligne(long id) {
    return liste.une(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String afficher(LigneDeReorientation l, FormulaireDOrientation f, Refus refus, Motif motif, Model modele) {
    modele.addAttribute("page", new PageDeReorientation(l, f, Destination.pour(l.territoireId(), structures.organisations(), structures.referents()),
        LocalDate.now(horloge), recommandations.derniere(l.demande().personneId()).orElse(null), regard.peut("DIAGNOSTICS"),
        regard.peut("ORIENTATIONS"), refus, motif));
    return "orientation/reorientation";
  }
}
