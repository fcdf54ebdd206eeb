package fr.jalon.orientation.web;

import fr.jalon.courriers.LettresDUnActe;
import fr.jalon.diagnostic.Recommandations;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Regard;
import fr.jalon.orientation.application.AnnulerOrientation;
import fr.jalon.orientation.application.ChangerLeReferent;
import fr.jalon.orientation.application.CloreSuivi;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.application.MettreEnVeille;
import fr.jalon.orientation.application.NotificationParCourrier;
import fr.jalon.orientation.application.ReprendreSuivi;
import fr.jalon.orientation.domaine.ChangementDeReferent;
import fr.jalon.orientation.domaine.Depassement;
import fr.jalon.orientation.lecture.IdentiteDUnePersonne;
import fr.jalon.orientation.lecture.ListeDesEntrees;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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

/** Records the orientation notified to a person, and what happens to her follow-up. */
@Controller
@PreAuthorize("hasAuthority('ORIENTATIONS')")
class OrientationsController {
  private final EnregistrerOrientation enregistrer;
  private final AnnulerOrientation annuler;
  private final CloreSuivi clore;
  private final MettreEnVeille mettreEnVeille;
  private final ReprendreSuivi reprendre;
  private final NotificationParCourrier notification;
  private final ChangerLeReferent changerLeReferent;
  private final ListeDesEntrees entrees;
  private final IdentiteDUnePersonne identites;
  private final Structures structures;
  private final Recommandations recommandations;
  private final Regard regard;
  private final Clock horloge;

  OrientationsController(EnregistrerOrientation enregistrer, AnnulerOrientation annuler, CloreSuivi clore, MettreEnVeille mettreEnVeille,
      ReprendreSuivi reprendre, NotificationParCourrier notification, ChangerLeReferent changerLeReferent,
      ListeDesEntrees entrees, IdentiteDUnePersonne identites, Structures structures,
      Recommandations recommandations, Regard regard, Clock horloge) {
    this.enregistrer = enregistrer;
    this.annuler = annuler;
    this.clore = clore;
    this.mettreEnVeille = mettreEnVeille;
    this.reprendre = reprendre;
    this.notification = notification;
    this.changerLeReferent = changerLeReferent;
    this.entrees = entrees;
    this.identites = identites;
    this.structures = structures;
    this.recommandations = recommandations;
    this.regard = regard;
    this.horloge = horloge;
  }

  @GetMapping("/orientations/nouvelle")
  String formulaire(@RequestParam long personne, @RequestParam(defaultValue = "/nouveaux-entrants") String retour, Model modele) {
    String recommande = recommandations.derniere(personne).map(r -> r.parcours().name()).orElse(null);
    return afficher(new FormulaireDOrientation(personne, recommande, null, LocalDate.now(horloge).toString(), null, retour), Refus.AUCUN, modele);
  }

  @PostMapping("/orientations")
  Object enregistrer(@ModelAttribute FormulaireDOrientation formulaire, Model modele, RedirectAttributes suite) {
    try {
      long suivi = enregistrer.executer(formulaire.orientation());
      suite.addFlashAttribute(NouveauxEntrantsController.ENREGISTREE, new PageDesEntrees.Enregistree(suivi,
          "Orientation de %s enregistrée.".formatted(identites.de(formulaire.personne()).map(IdentiteDUnePersonne.Identite::nomComplet)
              .orElse("la personne"))));
      suite.addFlashAttribute(LettresDUnActe.CLE, notification.lettres(List.of(suivi)));
      if (formulaire.retourSur().startsWith("/dossier/")) {
        suite.addFlashAttribute(Message.CLE, Message.fait("L'orientation est enregistrée."));
      }
      return "redirect:" + formulaire.retourSur();
    } catch (RefusMetier refus) {
      return Refus.page(afficher(formulaire, FormulaireDOrientation.refus(refus), modele), modele);
    }
  }

  @PostMapping("/orientations/{suivi}/annuler")
  String annuler(@PathVariable long suivi, @RequestParam String raison, @RequestParam(defaultValue = "/nouveaux-entrants") String retour,
      RedirectAttributes suite) {
    return agir(() -> annuler.executer(suivi, raison), "L'orientation est annulée : la personne attend de nouveau.", retour, suite);
  }

  @PostMapping("/orientations/{suivi}/courrier")
  String courrier(@PathVariable long suivi, @RequestParam(defaultValue = "/nouveaux-entrants") String retour, RedirectAttributes suite) {
    return agir(() -> notification.ecrire(suivi), "La lettre est écrite : elle attend d'être imprimée.", retour, suite);
  }

  @PostMapping("/orientations/{suivi}/clore")
  String clore(@PathVariable long suivi, @RequestParam LocalDate le, @RequestParam String motif, @RequestParam String retour,
      RedirectAttributes suite) {
    return agir(() -> clore.executer(suivi, le, motif),
        "Le suivi est clos. Si son droit est ouvert, la personne est dans « Sans suivi » jusqu'à ce qu'on l'oriente ou qu'on écrive pourquoi.",
        retour, suite);
  }

  @PostMapping("/orientations/{suivi}/veille")
  String veille(@PathVariable long suivi, @RequestParam LocalDate le, @RequestParam String motif, @RequestParam String retour,
      RedirectAttributes suite) {
    return agir(() -> mettreEnVeille.executer(suivi, le, motif), "Le suivi est en veille.", retour, suite);
  }

  @PostMapping("/orientations/{suivi}/reprise")
  String reprise(@PathVariable long suivi, @RequestParam LocalDate le, @RequestParam String motif, @RequestParam String retour,
      RedirectAttributes suite) {
    return agir(() -> reprendre.executer(suivi, le, motif), "Le suivi a repris.", retour, suite);
  }

  @PostMapping("/orientations/{suivi}/referent")
  String referent(@PathVariable long suivi, @RequestParam(required = false) Integer referent, @RequestParam(required = false) Integer vu,
      @RequestParam LocalDate le, @RequestParam String motif, @RequestParam(defaultValue = "") String acceptePar,
      @RequestParam(defaultValue = "") String raisonDuDepassement, @RequestParam(defaultValue = "false") boolean prevenir,
          @RequestParam String retour,
      RedirectAttributes suite) {
    return agir(() -> changerLeReferent.executer(new ChangementDeReferent(suivi, referent, le, motif,
        Depassement.de(acceptePar, raisonDuDepassement)), vu, prevenir),
        "Le référent a changé.", retour, suite);
  }

  private static String agir(Runnable acte, String fait, String retour, RedirectAttributes suite) {
    Message.dire(suite, () -> {
      acte.run();
      return fait;
    });
    return "redirect:" + new FormulaireDOrientation(0, null, null, null, null, retour).retourSur();
  }

  private String afficher(FormulaireDOrientation formulaire, Refus refus, Model modele) {
    IdentiteDUnePersonne.Identite personne = identites.de(formulaire.personne()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    modele.addAttribute("page", new PageDOrientation(personne.nomComplet(), entrees.dePersonne(formulaire.personne()).orElse(null), formulaire,
        Destination.pour(personne.territoireId(), structures.organisations(), structures.referents()), LocalDate.now(horloge),
        recommandations.derniere(formulaire.personne()).orElse(null), regard.peut("DIAGNOSTICS"), refus));
    return "orientation/orientation";
  }
}
