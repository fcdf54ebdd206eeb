package fr.jalon.habilitations.web;

import fr.jalon.ecran.Message;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.comptes.Comptes;
import fr.jalon.habilitations.comptes.EssaisRates;
import fr.jalon.habilitations.comptes.MonCompte;
import fr.jalon.habilitations.connexion.FiltreDesEssais;
import fr.jalon.habilitations.connexion.LimiteDesEssais;
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
  private final EssaisRates essaisRates;
  private final Seuil seuil;
  private final Arrivee arrivee;
  private final SecurityContextRepository contextes;

  EtapesController(Comptes comptes, MonCompte monCompte, EssaisRates essaisRates, Seuil seuil, Arrivee arrivee, SecurityContextRepository contextes) {
    this.comptes = comptes;
    this.monCompte = monCompte;
    this.essaisRates = essaisRates;
    this.seuil = seuil;
    this.arrivee = arrivee;
    this.contextes = contextes;
  }

  @GetMapping("/connexion/code")
  String demanderLeCode(@AuthenticationPrincipal AgentEnAttente attente, Model modele) {
    modele.addAttribute("deux", essaisRates.deuxCodes(attente.id()));
    return "habilitations/code";
  }

  @PostMapping("/connexion/code")
  String verifierLeCode(@AuthenticationPrincipal AgentEnAttente attente, @RequestParam String code,
      @RequestParam(required = false) String suivant, Model modele, HttpServletRequest requete, HttpServletResponse reponse) throws IOException,
      ServletException {
    Agent agent = encoreActif(attente);
    // counted before it is checked: a thousand tries at the same moment are a thousand
    boolean deux = essaisRates.essayerUnCode(agent.id()) > EssaisRates.CODES_SEULS;
    if (deux && (suivant == null || suivant.isBlank())) {
      modele.addAttribute("deux", true);
      modele.addAttribute(Message.CLE,
          Message.information("Beaucoup de codes faux ont été essayés sur votre compte. Par précaution, tapez deux codes qui se suivent."));
      return "habilitations/code";
    }
    if (!(deux ? monCompte.codesAcceptes(agent, code, suivant) : monCompte.codeAccepte(agent, code))) {
      FiltreDesEssais.essai(requete).ifPresent(LimiteDesEssais.Essai::rate);
      essaisRates.noter(agent, requete.getRemoteAddr());
      modele.addAttribute("deux", essaisRates.deuxCodes(agent.id()));
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
    arrivee.ouvrir(seuil.entrer(agent.enVersion(agent.version() + 1), "par mot de passe, choisi à l'instant"), contextes, requete, reponse);
    return null;
  }

  private Agent encoreActif(AgentEnAttente attente) {
    // under the version the password was checked with: a change made since then ends this session too
    return comptes.parId(attente.id()).filter(Agent::actif).map(a -> a.enVersion(attente.version()))
        .orElseThrow(() -> new RefusMetier("ACCES_RETIRE", "Votre accès a été retiré pendant la connexion."));
  }
}
