package fr.jalon.orientation.web;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Regard;
import fr.jalon.orientation.application.DemanderReorientation;
import fr.jalon.orientation.domaine.OrigineDeReorientation;
import fr.jalon.orientation.lecture.IdentiteDUnePersonne;
import fr.jalon.orientation.lecture.OrientationDUnePersonne;
import fr.jalon.orientation.lecture.SuiviDUnePersonne;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Organisation;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks for a réorientation: also for partners, about the persons they follow. */
@Controller
@PreAuthorize("hasAuthority('REORIENTATIONS')")
class DemandesController {
  private final DemanderReorientation demander;
  private final OrientationDUnePersonne orientation;
  private final IdentiteDUnePersonne identites;
  private final Structures structures;
  private final Regard regard;
  private final Clock horloge;

  DemandesController(DemanderReorientation demander, OrientationDUnePersonne orientation, IdentiteDUnePersonne identites,
      Structures structures, Regard regard, Clock horloge) {
    this.demander = demander;
    this.orientation = orientation;
    this.identites = identites;
    this.structures = structures;
    this.regard = regard;
    this.horloge = horloge;
  }

  @GetMapping("/reorientations/nouvelle")
  String formulaire(@RequestParam long personne, @RequestParam(required = false) OrigineDeReorientation origine,
      @RequestParam(defaultValue = "") String retour, Model modele) {
    boolean reexamen = origine == OrigineDeReorientation.REEXAMEN;
    return afficher(new FormulaireDeDemande(personne, origine == null ? null : origine.name(), reexamen ? List.of("PRETE_A_L_EMPLOI") : List.of(), "",
        reexamen ? Parcours.PROFESSIONNEL.name() : "", "", LocalDate.now(horloge).toString(), retour.isEmpty() ? "/dossier/" + personne : retour),
        Refus.AUCUN, modele);
  }

  @PostMapping("/reorientations")
  Object demander(@ModelAttribute FormulaireDeDemande f, Model modele, RedirectAttributes suite) {
    try {
      long id = demander.executer(f.demande());
      suite.addFlashAttribute(Message.CLE, Message.fait("La demande de réorientation est enregistrée."));
      return "redirect:" + (regard.peut("ORIENTATIONS") ? "/reorientations/" + id : f.retourSur());
    } catch (RefusMetier refus) {
      return Refus.page(afficher(f, Refus.de(refus), modele), modele);
    }
  }

  private String afficher(FormulaireDeDemande f, Refus refus, Model modele) {
    IdentiteDUnePersonne.Identite personne = identites.de(f.personne()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    SuiviDUnePersonne ouvert = orientation.suivis(f.personne()).stream().filter(s -> s.finLe() == null).findFirst().orElse(null);
    modele.addAttribute("page", new PageDeDemande(personne.nomComplet(), ouvert, f, structures.organisations().stream()
        .filter(Organisation::suitEncore).toList(),
        LocalDate.now(horloge), regard.peut("DIAGNOSTICS"), refus));
    return "orientation/reorientation-demande";
  }
}
