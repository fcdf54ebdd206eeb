package fr.jalon.allocataires.web;

import fr.jalon.allocataires.application.SignalerDoublon;
import fr.jalon.allocataires.domaine.TermesDeRecherche;
import fr.jalon.allocataires.lecture.FiltresDAllocataires;
import fr.jalon.allocataires.lecture.LigneDAllocataire;
import fr.jalon.allocataires.lecture.ListeDesAllocataires;
import fr.jalon.allocataires.lecture.ListeDesDoublons;
import fr.jalon.ecran.Refus;
import fr.jalon.socle.RefusMetier;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** From a dossier: she has another record, which is looked for, then compared. */
@Controller
@PreAuthorize("hasAuthority('DOUBLONS') and hasAuthority('DOSSIERS')")
class SignalerDoublonController {
  private static final int MONTREES = 20;
  private final ListeDesDoublons doublons;
  private final ListeDesAllocataires allocataires;
  private final SignalerDoublon signaler;

  SignalerDoublonController(ListeDesDoublons doublons, ListeDesAllocataires allocataires, SignalerDoublon signaler) {
    this.doublons = doublons;
    this.allocataires = allocataires;
    this.signaler = signaler;
  }

  @GetMapping("/doublons/signaler")
  String chercher(@RequestParam long personne, @RequestParam(defaultValue = "") String q, Model modele) {
    ListeDesDoublons.Fiche fiche = doublons.fiche(personne).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    TermesDeRecherche termes = TermesDeRecherche.lire(q);
    List<LigneDAllocataire> trouvees = termes.vides() ? List.of()
        : allocataires.page(new FiltresDAllocataires(termes, null, null, null, null, null, null, null, true, FiltresDAllocataires.Tri.NOM), 1,
        MONTREES + 1);
    modele.addAttribute("fiche", fiche);
    modele.addAttribute("q", q);
    modele.addAttribute("trouvees", trouvees.stream().filter(l -> l.id() != personne).limit(MONTREES).toList());
    return "allocataires/doublon-a-signaler";
  }

  @PostMapping("/doublons/signaler")
  String signaler(@RequestParam long personne, @RequestParam long autre, @RequestParam(defaultValue = "") String q, Model modele,
      HttpServletResponse reponse) {
    try {
      return "redirect:/doublons/" + signaler.signaler(personne, autre);
    } catch (RefusMetier refus) {
      reponse.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      modele.addAttribute(Refus.CLE, Refus.de(refus));
      return chercher(personne, q, modele);
    }
  }
}
