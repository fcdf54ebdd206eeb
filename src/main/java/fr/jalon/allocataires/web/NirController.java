package fr.jalon.allocataires.web;

import fr.jalon.allocataires.application.AfficherNir;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;

/** Shows a NIR when asked: a POST, so that it is never in an address; a fragment for htmx, a page without script. */
@Controller
class NirController {
  private final AfficherNir afficherNir;

  NirController(AfficherNir afficherNir) {
    this.afficherNir = afficherNir;
  }

  @PostMapping("/dossier/{id}/nir")
  @PreAuthorize("hasAuthority('NIR') and hasAuthority('DOSSIERS')")
  String afficher(@PathVariable long id, @RequestHeader(name = "HX-Request", required = false) String fragment, Model modele) {
    AfficherNir.NirAffiche affiche = afficherNir.executer(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    modele.addAttribute("id", id);
    modele.addAttribute("nom", affiche.nom());
    modele.addAttribute("nir", affiche.nir());
    return fragment == null ? "allocataires/nir-page" : "allocataires/nir-affiche";
  }
}
