package fr.jalon.habilitations.web;

import fr.jalon.ecran.Message;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.comptes.Comptes;
import fr.jalon.habilitations.comptes.MonCompte;
import fr.jalon.habilitations.connexion.AgentEnAttente;
import fr.jalon.habilitations.connexion.Arrivee;
import fr.jalon.habilitations.connexion.Seuil;
import fr.jalon.socle.RefusMetier;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The steps between the right password and the application: the one-time code, then a password of one's own. */
@Controller
@ConditionalOnWebApplication
class EtapesController {
  private final Comptes comptes;
  private final MonCompte monCompte;
  private final Seuil seuil;
  private final Arrivee arrivee;
  private final SecurityContextRepository contextes;

  EtapesController(Comptes comptes, MonCompte monCompte, Seuil seuil, Arrivee arrivee, SecurityContextRepository contextes) {
    this.comptes = comptes;
    this.monCompte = monCompte;
    this.seuil = seuil;
    this.arrivee = arrivee;
    this.contextes = contextes;
  }

  @GetMapping("/connexion/code")
  String demanderLeCode() {
    return "habilitations/code";
  }

  @PostMapping("/connexion/code")
  String verifierLeCode(@AuthenticationPrincipal AgentEnAttente attente, @RequestParam String code, Model modele,
      HttpServletRequest requete, HttpServletResponse reponse) throws IOException, ServletException {
    Agent agent = encoreActif(attente);
    if (!monCompte.codeAccepte(agent, code)) {
      seuil.refuser(agent.identifiant(), agent.role(), "Code à usage unique faux");
      modele.addAttribute(Message.CLE, Message.refus("Ce code n'est pas le bon, ou il a déjà servi. Attendez le suivant sur votre téléphone."));
      return "habilitations/code";
    }
    arrivee.ouvrir(seuil.apresCode(agent, "par mot de passe et code à usage unique"), contextes, requete, reponse);
    return null;
  }

  @GetMapping("/connexion/mot-de-passe")
  String demanderUnMotDePasse() {
    return "habilitations/nouveau-mot-de-passe";
  }

  @PostMapping("/connexion/mot-de-passe")
  String choisirUnMotDePasse(@AuthenticationPrincipal AgentEnAttente attente, @RequestParam String nouveau, @RequestParam String confirmation,
      Model modele, HttpServletRequest requete, HttpServletResponse reponse) throws IOException, ServletException {
    Agent agent = encoreActif(attente);
    try {
      monCompte.choisirMotDePasse(agent, nouveau, confirmation);
    } catch (RefusMetier refus) {
      modele.addAttribute(Message.CLE, Message.refus(refus.getMessage()));
      return "habilitations/nouveau-mot-de-passe";
    }
    arrivee.ouvrir(seuil.entrer(agent, "par mot de passe, choisi à l'instant"), contextes, requete, reponse);
    return null;
  }

  private Agent encoreActif(AgentEnAttente attente) {
    return comptes.parId(attente.id()).filter(Agent::actif)
        .orElseThrow(() -> new RefusMetier("ACCES_RETIRE", "Votre accès a été retiré pendant la connexion."));
  }
}
