package fr.jalon.habilitations.web;

import fr.jalon.habilitations.connexion.EntreeParFournisseur;
import fr.jalon.habilitations.connexion.Suites;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way to the identity provider, and the page for whom it knows and Jalon does not. */
@Controller
class FournisseurController {
  private final ObjectProvider<EntreeParFournisseur> entree;
  private final Suites suites;
  private final String contact;
  private final String nom;

  FournisseurController(ObjectProvider<EntreeParFournisseur> entree, Suites suites, @Value("${jalon.oidc.nom:ProConnect}") String nom,
      @Value("${jalon.contact:la personne qui gère les habilitations de votre Département}") String contact) {
    this.entree = entree;
    this.suites = suites;
    this.nom = nom;
    this.contact = contact;
  }

  @GetMapping("/connexion/fournisseur")
  String partir(HttpServletRequest requete) {
    EntreeParFournisseur fournisseur = entree.getIfAvailable();
    if (fournisseur == null) {
      return "redirect:/connexion";
    }
    return fournisseur.repond() ? "redirect:" + fournisseur.depart() + suites.recue(requete).map(s -> "?" + Suites.PARAMETRE + "=" + s)
        .orElse("") : "redirect:/connexion?refus=fournisseur";
  }

  @GetMapping("/connexion/inconnu")
  String inconnu(@RequestParam(defaultValue = "") String qui, HttpServletResponse reponse, Model modele) {
    reponse.setStatus(HttpServletResponse.SC_FORBIDDEN);
    modele.addAttribute("courriel", Optional.ofNullable(entree.getIfAvailable()).flatMap(f -> f.courriel(qui)).orElse(null));
    modele.addAttribute("fournisseur", nom);
    modele.addAttribute("contact", contact);
    return "habilitations/inconnu";
  }
}
