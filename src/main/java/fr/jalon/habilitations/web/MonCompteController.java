package fr.jalon.habilitations.web;

import fr.jalon.ecran.Message;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.AgentConnecte;
import fr.jalon.habilitations.Roles;
import fr.jalon.habilitations.comptes.Comptes;
import fr.jalon.habilitations.comptes.MonCompte;
import fr.jalon.habilitations.comptes.Totp;
import fr.jalon.habilitations.connexion.EntreeParCle;
import fr.jalon.habilitations.connexion.LimiteDesEssais;
import fr.jalon.socle.RefusMetier;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Mon compte": what the agent may open, her password, her one-time code. */
@Controller
class MonCompteController {
  private static final String PAGE = "redirect:/mon-compte";
  private static final String SECRET = MonCompteController.class.getName() + ".secret";
  private final Comptes comptes;
  private final MonCompte monCompte;
  private final Roles roles;
  private final LimiteDesEssais limite;
  private final ObjectProvider<EntreeParCle> cles;

  MonCompteController(Comptes comptes, MonCompte monCompte, Roles roles, LimiteDesEssais limite, ObjectProvider<EntreeParCle> cles) {
    this.comptes = comptes;
    this.monCompte = monCompte;
    this.roles = roles;
    this.limite = limite;
    this.cles = cles;
  }

  @ModelAttribute("agent")
  Agent agent(@AuthenticationPrincipal AgentConnecte connecte) {
    return comptes.parId(connecte.id()).orElseThrow();
  }

  @GetMapping("/mon-compte")
  String page(@ModelAttribute("agent") Agent agent, @AuthenticationPrincipal AgentConnecte connecte, Model modele) {
    modele.addAttribute("local", monCompte.aUnMotDePasse(agent));
    modele.addAttribute("role", roles.role(agent.role()).orElse(null));
    modele.addAttribute("ressources", roles.ressources().stream().filter(r -> connecte.perimetre().peut(r.code())).toList());
    modele.addAttribute("cles", cles.getObject().cles(agent.identifiant()));
    return "habilitations/mon-compte";
  }

  @PostMapping("/mon-compte/mot-de-passe")
  String changerMotDePasse(@ModelAttribute("agent") Agent agent, @RequestParam String actuel, @RequestParam String nouveau,
      @RequestParam String confirmation, HttpServletRequest requete, RedirectAttributes suite) {
    return dire(suite, "Votre mot de passe est changé.", () -> {
      compter(agent, requete);
      monCompte.changerMotDePasse(agent, actuel, nouveau, confirmation);
    });
  }

  /** Shows a new secret; it is kept in the session until a code proves that the phone has it. */
  @GetMapping("/mon-compte/code")
  String preparerLeCode(@ModelAttribute("agent") Agent agent, HttpSession session, Model modele) {
    if (agent.totpActif() || !monCompte.aUnMotDePasse(agent)) {
      return PAGE;
    }
    byte[] secret = Optional.ofNullable((byte[]) session.getAttribute(SECRET)).orElseGet(Totp::nouveauSecret);
    session.setAttribute(SECRET, secret);
    modele.addAttribute("secret", Totp.lisible(secret));
    modele.addAttribute("adresse", Totp.adresse(secret, agent.identifiant()));
    return "habilitations/activer-code";
  }

  @PostMapping("/mon-compte/code")
  String activerLeCode(@ModelAttribute("agent") Agent agent, @RequestParam String code, HttpSession session, RedirectAttributes suite) {
    if (!(session.getAttribute(SECRET) instanceof byte[] secret)) {
      return "redirect:/mon-compte/code";
    }
    try {
      monCompte.activerTotp(agent, secret, code);
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(Message.CLE, Message.refus(refus.getMessage()));
      return "redirect:/mon-compte/code";
    }
    session.removeAttribute(SECRET);
    suite.addFlashAttribute(Message.CLE, Message.fait("Un code à usage unique vous sera demandé à chaque connexion par mot de passe."));
    return PAGE;
  }

  @PostMapping("/mon-compte/code/retirer")
  String retirerLeCode(@ModelAttribute("agent") Agent agent, @RequestParam String actuel, HttpServletRequest requete, RedirectAttributes suite) {
    return dire(suite, "Le code à usage unique n'est plus demandé.", () -> {
      compter(agent, requete);
      monCompte.retirerTotp(agent, actuel);
    });
  }

  @PostMapping("/mon-compte/cles/retirer")
  String retirerUneCle(@ModelAttribute("agent") Agent agent, @RequestParam String cle, RedirectAttributes suite) {
    return dire(suite, "La clé d'accès est retirée.", () -> {
      if (!cles.getObject().retirer(agent.identifiant(), cle)) {
        throw new RefusMetier("CLE_INCONNUE", "Cette clé d'accès n'existe plus.");
      }
    });
  }

  /** A session left open must not serve to guess the password. */
  private void compter(Agent agent, HttpServletRequest requete) {
    if (limite.essayer(agent.identifiant(), requete.getRemoteAddr()).isPresent()) {
      throw new RefusMetier("TROP_D_ESSAIS", "Il y a eu trop d'essais : attendez quelques minutes.");
    }
  }

  private static String dire(RedirectAttributes suite, String fait, Runnable acte) {
    try {
      acte.run();
      suite.addFlashAttribute(Message.CLE, Message.fait(fait));
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(Message.CLE, Message.refus(refus.getMessage()));
    }
    return PAGE;
  }
}
