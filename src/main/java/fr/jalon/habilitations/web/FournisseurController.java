package fr.jalon.habilitations.web;

import fr.jalon.habilitations.connexion.EntreeParFournisseur;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The way to the identity provider, and the page for whom it knows and Jalon does not. */
@Controller
class FournisseurController {
  private final ObjectProvider<EntreeParFournisseur> entree;
  private final String contact;
  private final String nom;

  FournisseurController(ObjectProvider<EntreeParFournisseur> entree, @Value("${jalon.oidc.nom:ProConnect}") String nom,
      @Value("${jalon.contact:la personne qui gère les habilitations de votre Département}") String contact) {
    this.entree = entree;
    this.nom = nom;
    this.contact = contact;
  }

  @GetMapping("/connexion/fournisseur")
  String partir() {
    EntreeParFournisseur fournisseur = entree.getIfAvailable();
    if (fournisseur == null) {
      return "redirect:/connexion";
    }
    return fournisseur.repond() ? "redirect:" + fournisseur.depart() : "redirect:/connexion?refus=fournisseur";
  }

  @GetMapping("/connexion/inconnu")
  String inconnu(HttpSession session, HttpServletResponse reponse, Model modele) {
    reponse.setStatus(HttpServletResponse.SC_FORBIDDEN);
    modele.addAttribute("courriel", session.getAttribute(EntreeParFournisseur.COURRIEL));
    modele.addAttribute("fournisseur", nom);
    modele.addAttribute("contact", contact);
    return "habilitations/inconnu";
  }
}
