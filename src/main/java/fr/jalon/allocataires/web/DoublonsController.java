package fr.jalon.allocataires.web;

import fr.jalon.allocataires.Libelles;
import fr.jalon.allocataires.application.DeclarerDistinctes;
import fr.jalon.allocataires.application.DefaireFusion;
import fr.jalon.allocataires.application.FusionnerPersonnes;
import fr.jalon.allocataires.lecture.ListeDesDoublons;
import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Pagination;
import fr.jalon.socle.RefusMetier;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Possible duplicates: the list, the comparison, the decision, and the merges that may be undone. */
@Controller
@PreAuthorize("hasAuthority('DOUBLONS')")
class DoublonsController {
  private final ListeDesDoublons liste;
  private final FusionnerPersonnes fusionner;
  private final DefaireFusion defaire;
  private final DeclarerDistinctes declarer;
  private final Libelles libelles;

  DoublonsController(ListeDesDoublons liste, FusionnerPersonnes fusionner, DefaireFusion defaire, DeclarerDistinctes declarer, Libelles libelles) {
    this.liste = liste;
    this.fusionner = fusionner;
    this.defaire = defaire;
    this.declarer = declarer;
    this.libelles = libelles;
  }

  @GetMapping("/doublons")
  String liste(@RequestParam(defaultValue = "1") int page, Model modele) {
    long total = liste.compter();
    Pagination toutes = new Pagination(total, 1, Pagination.TAILLE, new AdresseDePage("/doublons", Map.of()));
    Pagination pages = new Pagination(total, Math.clamp(page, 1, toutes.nombre()), Pagination.TAILLE, toutes.adresse());
    modele.addAttribute("doublons", liste.page(pages.page(), pages.taille()));
    modele.addAttribute("pages", pages);
    modele.addAttribute("fusions", liste.fusions());
    return "allocataires/doublons";
  }

  @GetMapping("/doublons/{id}")
  String comparer(@PathVariable long id, Model modele) {
    modele.addAttribute("page", comparaison(id, null, "", null));
    return "allocataires/comparaison";
  }

  private PageDeComparaison comparaison(long id, Long gardee, String motif, String refus) {
    var doublon = liste.un(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var a = liste.fiche(doublon.personneA()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var b = liste.fiche(doublon.personneB()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return new PageDeComparaison(doublon, a, b, gardee == null ? PageDeComparaison.proposer(a, b) : gardee, motif, refus, libelles);
  }

  @PostMapping("/doublons/{id}/fusion")
  String fusionner(@PathVariable long id, @RequestParam long gardee, @RequestParam(defaultValue = "") String motif, Model modele,
      RedirectAttributes suite, HttpServletResponse reponse) {
    var doublon = liste.un(id).orElseThrow(() -> new RefusMetier("DOUBLON_TRAITE", "Ce doublon possible a déjà été traité. Revenez à la liste."));
    if (gardee != doublon.personneA() && gardee != doublon.personneB()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    try {
      fusionner.fusionner(gardee, gardee == doublon.personneA() ? doublon.personneB() : doublon.personneA(), motif, id);
    } catch (RefusMetier refus) {
      reponse.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      modele.addAttribute("page", comparaison(id, gardee, motif, refus.getMessage()));
      return "allocataires/comparaison";
    }
    suite.addFlashAttribute(Message.CLE,
        Message.fait("Les deux fiches n'en font plus qu'une. Vous pouvez défaire cette fusion plus bas sur cette page."));
    return "redirect:/doublons";
  }

  @PostMapping("/doublons/{id}/distinctes")
  String distinctes(@PathVariable long id, RedirectAttributes suite) {
    declarer.declarer(id);
    suite.addFlashAttribute(Message.CLE, Message.fait("C'est noté : ce sont deux personnes. Ce doublon ne sera plus proposé."));
    return "redirect:/doublons";
  }

  @PostMapping("/doublons/fusions/{id}/annulation")
  String defaire(@PathVariable long id, @RequestParam(defaultValue = "") String motif, RedirectAttributes suite) {
    Message.dire(suite, () -> {
      defaire.defaire(id, motif);
      return "La fusion est défaite : chaque fiche a retrouvé ce qui était à elle.";
    });
    return "redirect:/doublons";
  }
}
