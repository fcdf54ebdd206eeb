package fr.jalon.habilitations.web;

import fr.jalon.ecran.Message;
import fr.jalon.habilitations.AgentConnecte;
import fr.jalon.habilitations.connexion.FiltreDesEssais;
import fr.jalon.habilitations.connexion.Suites;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The login page, and the page shown after too many attempts. */
@Controller
class ConnexionController {
  private static final Map<String, String> PHRASES = Map.of(
      "faux", "Identifiant ou mot de passe incorrect. Vérifiez les majuscules ; après plusieurs essais, il faut attendre quelques minutes.",
      "retire", "Votre accès à Jalon a été retiré. Adressez-vous à %s.",
      "perime", "Ce mot de passe provisoire n'est plus valable. Demandez-en un nouveau à %s.",
      "expiree", "Votre session s'est terminée. Reconnectez-vous pour continuer.",
      "cle", "Cette clé d'accès n'a pas été reconnue. Réessayez, ou connectez-vous avec votre mot de passe.",
      "fournisseur", "Le service d'identité ne répond pas. Réessayez dans quelques minutes, ou connectez-vous avec votre mot de passe.",
      "panne", "La connexion n'a pas abouti. Réessayez dans un instant ; si cela se répète, prévenez %s.");
  private final String contact;
  private final String nomDuFournisseur;
  private final Suites suites;
  private final Clock horloge;

  ConnexionController(@Value("${jalon.contact:la personne qui gère les habilitations de votre Département}") String contact,
      @Value("${jalon.oidc.issuer:}") String issuer, @Value("${jalon.oidc.nom:ProConnect}") String nom, Suites suites, Clock horloge) {
    this.suites = suites;
    this.contact = contact;
    this.nomDuFournisseur = issuer.isBlank() ? null : nom;
    this.horloge = horloge;
  }

  @GetMapping("/connexion")
  String formulaire(@AuthenticationPrincipal Object principal, @RequestParam(required = false) String refus,
      @RequestParam(required = false) String sortie, HttpServletRequest requete, Model modele) {
    if (principal instanceof AgentConnecte) {
      return "redirect:/";
    }
    if (refus != null && PHRASES.containsKey(refus)) {
      modele.addAttribute(Message.CLE, Message.refus(PHRASES.get(refus).formatted(contact)));
    } else if (sortie != null) {
      modele.addAttribute(Message.CLE, Message.fait("Vous êtes déconnecté."));
    }
    modele.addAttribute("fournisseur", nomDuFournisseur);
    modele.addAttribute("suite", suites.recue(requete).orElse(null));
    return "habilitations/connexion";
  }

  @RequestMapping("/connexion/trop-d-essais")
  String tropDEssais(HttpServletRequest requete, HttpServletResponse reponse, Model modele) {
    if (!(requete.getAttribute(FiltreDesEssais.JUSQUA) instanceof Instant jusqua)) {
      return "redirect:/connexion";
    }
    ZonedDateTime heure = jusqua.atZone(horloge.getZone()).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    reponse.setStatus(429);
    reponse.setHeader("Retry-After", String.valueOf(Math.max(1, ChronoUnit.SECONDS.between(horloge.instant(), jusqua) + 1)));
    modele.addAttribute("heure", DateTimeFormatter.ofPattern("H 'h' mm").format(heure));
    return "habilitations/trop-d-essais";
  }
}
