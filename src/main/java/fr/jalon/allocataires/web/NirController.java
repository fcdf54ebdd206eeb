package fr.jalon.allocataires.web;

import fr.jalon.allocataires.application.AfficherNir;
import fr.jalon.socle.Nir;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;

/**
 * Unmasks a NIR: only when asked (POST, never in an address), only for the resource {@code NIR} and a person of the perimeter, and traced
 * in the transaction that reads it.
 */
@Controller
class NirController {
  private final AfficherNir affichage;

  NirController(AfficherNir affichage) {
    this.affichage = affichage;
  }

  @PostMapping("/dossier/{id}/nir")
  @PreAuthorize("hasAuthority('NIR') and hasAuthority('DOSSIERS')")
  String afficher(@PathVariable long id, @RequestHeader(name = "HX-Request", required = false) String fragment, Model modele) {
    AfficherNir.NirDePersonne personne = affichage.executer(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    modele.addAttribute("nom", personne.nom());
    modele.addAttribute("id", id);
    modele.addAttribute("nir", personne.nir().map(NirController::espace).orElse("Inconnu"));
    return fragment == null ? "allocataires/nir-page" : "allocataires/nir-affiche";
  }

  /** As on a card: 1 84 12 07 019 042 and the key. */
  private static String espace(Nir nir) {
    String v = nir.valeur();
    return String.join(" ", v.substring(0, 1), v.substring(1, 3), v.substring(3, 5), v.substring(5, 7), v.substring(7, 10), v.substring(10),
        "clé " + nir.cle());
  }
}
