package fr.jalon.habilitations.web;

import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.habilitations.AgentConnecte;
import fr.jalon.habilitations.connexion.FiltreDesEssais;
import fr.jalon.habilitations.connexion.Suites;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The login page, and the page that asks to wait. */
@Controller
class ConnexionController {
  private static final String FAUX = "faux";
  private static final String FERMEE = "Votre session a été fermée parce que %s. Reconnectez-vous pour continuer.";
  private static final Map<String, String> FERMEES = Map.of(
      "ferme-mot-de-passe", FERMEE.formatted("votre mot de passe a changé"),
      "ferme-role", FERMEE.formatted("votre rôle a changé"),
      "ferme-perimetre", FERMEE.formatted("votre périmètre a changé"),
      "ferme-second-facteur", FERMEE.formatted("le code à usage unique ou le lien de votre compte a changé"),
      "ferme-cle", FERMEE.formatted("une clé d'accès de votre compte a été retirée"),
      "ferme-acces", FERMEE.formatted("votre accès a été retiré puis rendu"),
      "ferme-fermeture", FERMEE.formatted("vous l'avez fermée depuis un autre appareil"));
  private static final Map<String, String> PHRASES = Map.of(
      FAUX, "Identifiant ou mot de passe incorrect. Vérifiez les majuscules ; après plusieurs essais, il faut attendre un peu.",
      "retire", "Votre accès à Jalon a été retiré. Adressez-vous à %s.",
      "perime", "Ce mot de passe provisoire n'est plus valable. Demandez-en un nouveau à %s.",
      "expiree", "Votre session s'est terminée. Reconnectez-vous pour continuer.",
      "cle", "Cette clé d'accès n'a pas été reconnue. Réessayez, ou connectez-vous avec votre mot de passe.",
      "fournisseur", "Le service d'identité ne répond pas. Réessayez dans quelques minutes, ou connectez-vous avec votre mot de passe.",
      "panne", "La connexion n'a pas abouti. Réessayez dans un instant ; si cela se répète, prévenez %s.");
  private final String contact;
  private final String nomDuFournisseur;
  private final Suites suites;

  ConnexionController(@Value("${jalon.contact:la personne qui gère les habilitations de votre Département}") String contact,
      @Value("${jalon.oidc.issuer:}") String issuer, @Value("${jalon.oidc.nom:ProConnect}") String nom, Suites suites) {
    this.suites = suites;
    this.contact = contact;
    this.nomDuFournisseur = issuer.isBlank() ? null : nom;
  }

  @GetMapping("/connexion")
  String formulaire(@AuthenticationPrincipal Object principal, @RequestParam(required = false) String refus,
      @RequestParam(required = false) String sortie, HttpServletRequest requete, Model modele) {
    if (principal instanceof AgentConnecte) {
      return "redirect:/";
    }
    if (FAUX.equals(refus)) {
      // nothing of what was typed comes back: a password is sometimes typed there by mistake
      modele.addAttribute(Refus.CLE, Refus.de(Map.of("identifiant", PHRASES.get(FAUX))));
    } else if (refus != null && PHRASES.containsKey(refus)) {
      modele.addAttribute(Message.CLE, Message.refus(PHRASES.get(refus).formatted(contact)));
    } else if (refus != null && FERMEES.containsKey(refus)) {
      modele.addAttribute(Message.CLE, Message.information(FERMEES.get(refus)));
    } else if (sortie != null) {
      modele.addAttribute(Message.CLE, Message.fait("Vous êtes déconnecté."));
    }
    modele.addAttribute("fournisseur", nomDuFournisseur);
    modele.addAttribute("suite", suites.recue(requete).orElse(null));
    return "habilitations/connexion";
  }

  @RequestMapping("/connexion/trop-d-essais")
  String tropDEssais(HttpServletRequest requete, HttpServletResponse reponse, Model modele) {
    if (!(requete.getAttribute(FiltreDesEssais.ATTENDRE) instanceof Duration attendre)) {
      return "redirect:/connexion";
    }
    // zero: nothing was looked at, the server has too much to do
    reponse.setStatus(attendre.isZero() ? 503 : 429);
    long secondes = attendre.isZero() ? 5 : attendre.toSeconds() + 1;
    reponse.setHeader("Retry-After", String.valueOf(secondes));
    modele.addAttribute("secondes", secondes);
    modele.addAttribute("encombre", attendre.isZero());
    return "habilitations/trop-d-essais";
  }
}
