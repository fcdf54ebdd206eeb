package fr.jalon.habilitations.web;

import fr.jalon.ecran.CodeQr;
import fr.jalon.ecran.Message;
import fr.jalon.habilitations.AdressesDAgenda;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.AgentConnecte;
import fr.jalon.habilitations.Roles;
import fr.jalon.habilitations.comptes.Appareils;
import fr.jalon.habilitations.comptes.Comptes;
import fr.jalon.habilitations.comptes.MonCompte;
import fr.jalon.habilitations.comptes.Totp;
import fr.jalon.habilitations.connexion.EntreeParCle;
import fr.jalon.habilitations.connexion.LimiteDesEssais;
import fr.jalon.habilitations.connexion.LimiteDesEssais.Lieu;
import fr.jalon.habilitations.connexion.SessionDuCompte;
import fr.jalon.habilitations.connexion.TemoinDAppareil;
import fr.jalon.socle.RefusMetier;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
  private final Appareils appareils;
  private final AdressesDAgenda agendas;
  private final ObjectProvider<SessionDuCompte> session;
  private final ObjectProvider<EntreeParCle> cles;

  MonCompteController(Comptes comptes, MonCompte monCompte, Roles roles, LimiteDesEssais limite, Appareils appareils,
      AdressesDAgenda agendas,
      ObjectProvider<SessionDuCompte> session,
      ObjectProvider<EntreeParCle> cles) {
    this.appareils = appareils;
    this.agendas = agendas;
    this.session = session;
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
  String page(@ModelAttribute("agent") Agent agent, @AuthenticationPrincipal AgentConnecte connecte, HttpServletRequest requete, Model modele) {
    modele.addAttribute("appareils", appareils.de(agent.id(), TemoinDAppareil.lire(requete)));
    modele.addAttribute("agendaPermis", connecte.perimetre().peut("RENDEZ_VOUS"));
    modele.addAttribute("agenda", agendas.de(agent.id()).orElse(null));
    modele.addAttribute("local", monCompte.aUnMotDePasse(agent));
    modele.addAttribute("role", roles.role(agent.role()).orElse(null));
    modele.addAttribute("ressources", roles.ressources().stream().filter(r -> connecte.perimetre().peut(r.code())).toList());
    modele.addAttribute("cles", cles.getObject().cles(agent.identifiant()));
    return "habilitations/mon-compte";
  }

  @PostMapping("/mon-compte/mot-de-passe")
  String changerMotDePasse(@ModelAttribute("agent") Agent agent, @RequestParam String actuel, @RequestParam String nouveau,
      @RequestParam String confirmation, HttpServletRequest requete, HttpServletResponse reponse, RedirectAttributes suite) {
    boolean aDesCles = !cles.getObject().cles(agent.identifiant()).isEmpty();
    return dire(suite, "Votre mot de passe est changé. Vos autres sessions sont fermées."
        + (aDesCles
        ? " Vos clés d'accès ouvrent toujours votre compte : regardez leur liste ci-dessous et retirez celles que vous ne reconnaissez pas." : ""),
        () -> {
      compter(agent, requete, () -> monCompte.changerMotDePasse(agent, actuel, nouveau, confirmation));
      session.getObject().garder(requete, reponse);
      TemoinDAppareil.ecrire(appareils, agent.id(), requete, reponse);
    });
  }

  @PostMapping("/mon-compte/sessions/fermer")
  String fermerLesAutresSessions(@ModelAttribute("agent") Agent agent, HttpServletRequest requete, HttpServletResponse reponse,
      RedirectAttributes suite) {
    return dire(suite, "Vos autres sessions sont fermées. Celle-ci reste ouverte.", () -> {
      monCompte.fermerLesAutresSessions(agent);
      session.getObject().garder(requete, reponse);
    });
  }

  @PostMapping("/mon-compte/appareils/oublier")
  String oublierUnAppareil(@ModelAttribute("agent") Agent agent, @RequestParam UUID appareil, RedirectAttributes suite) {
    return dire(suite, "Cet appareil n'est plus connu.", () -> monCompte.oublierUnAppareil(agent, appareil));
  }

  @PostMapping("/mon-compte/alerte")
  String alerteLue(HttpServletRequest requete, HttpServletResponse reponse) {
    session.getObject().alerteLue(requete, reponse);
    return PAGE;
  }

  /** Shows a new secret; it is kept in the session until a code proves that the phone has it. */
  @GetMapping("/mon-compte/code")
  String preparerLeCode(@ModelAttribute("agent") Agent agent, HttpSession memoire, Model modele) {
    if (agent.totpActif() || !monCompte.aUnMotDePasse(agent)) {
      return PAGE;
    }
    byte[] secret = Optional.ofNullable((byte[]) memoire.getAttribute(SECRET)).orElseGet(Totp::nouveauSecret);
    memoire.setAttribute(SECRET, secret);
    modele.addAttribute("secret", Totp.lisible(secret));
    String adresse = Totp.adresse(secret, agent.identifiant());
    modele.addAttribute("adresse", adresse);
    modele.addAttribute("qr", CodeQr.de(adresse));
    return "habilitations/activer-code";
  }

  @PostMapping("/mon-compte/code")
  String activerLeCode(@ModelAttribute("agent") Agent agent, @RequestParam String code, @RequestParam String actuel, HttpSession memoire,
      HttpServletRequest requete,
      HttpServletResponse reponse, RedirectAttributes suite) {
    if (!(memoire.getAttribute(SECRET) instanceof byte[] secret)) {
      return "redirect:/mon-compte/code";
    }
    try {
      compter(agent, requete, () -> monCompte.activerTotp(agent, actuel, secret, code));
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(Message.CLE, Message.refus(refus.getMessage()));
      return "redirect:/mon-compte/code";
    }
    memoire.removeAttribute(SECRET);
    session.getObject().garder(requete, reponse);
    suite.addFlashAttribute(Message.CLE, Message.fait("Un code à usage unique vous sera demandé à chaque connexion par mot de passe."));
    return PAGE;
  }

  @PostMapping("/mon-compte/code/retirer")
  String retirerLeCode(@ModelAttribute("agent") Agent agent, @RequestParam String actuel, HttpServletRequest requete, HttpServletResponse reponse,
      RedirectAttributes suite) {
    return dire(suite, "Le code à usage unique n'est plus demandé.", () -> {
      compter(agent, requete, () -> monCompte.retirerTotp(agent, actuel));
      session.getObject().garder(requete, reponse);
    });
  }

  /** The password, before the script asks the device for a new passkey: nothing is answered, or the sentence that refuses. */
  @PostMapping("/mon-compte/cles/permettre")
  ResponseEntity<Map<String, String>> permettreUneCle(@ModelAttribute("agent") Agent agent, @RequestParam String actuel, HttpServletRequest requete) {
    try {
      compter(agent, requete, () -> monCompte.permettreUneCle(agent, actuel));
    } catch (RefusMetier refus) {
      return ResponseEntity.unprocessableContent().contentType(MediaType.APPLICATION_JSON).body(Map.of("phrase", refus.getMessage()));
    }
    cles.getObject().permettre(requete.getSession());
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Map.of());
  }

  @PostMapping("/mon-compte/cles/retirer")
  String retirerUneCle(@ModelAttribute("agent") Agent agent, @RequestParam String cle, HttpServletRequest requete, HttpServletResponse reponse,
      RedirectAttributes suite) {
    return dire(suite, "La clé d'accès est retirée.", () -> {
      if (!cles.getObject().retirer(agent.identifiant(), cle)) {
        throw new RefusMetier("CLE_INCONNUE", "Cette clé d'accès n'existe plus. Rechargez la page.");
      }
      session.getObject().garder(requete, reponse);
    });
  }

  /** A session left open must not serve to guess the password: its failures are those of the login from the same place. */
  private void compter(Agent agent, HttpServletRequest requete, Runnable acte) {
    Lieu lieu = new Lieu(requete.getRemoteAddr(), appareils.reconnaitre(agent.identifiant(), TemoinDAppareil.lire(requete)).orElse(null));
    try (LimiteDesEssais.Essai essai = limite.essayer(agent.identifiant(), lieu)) {
      if (essai.refuse()) {
        throw new RefusMetier("TROP_D_ESSAIS", "Il y a eu trop d'essais : réessayez dans %d secondes.".formatted(essai.attendre().toSeconds() + 1));
      }
      try {
        acte.run();
        essai.reussi();
      } catch (RefusMetier refus) {
        if ("MOT_DE_PASSE_ACTUEL".equals(refus.code())) {
          essai.rate();
        }
        throw refus;
      }
    }
  }

  private static String dire(RedirectAttributes suite, String fait, Runnable acte) {
    Message.dire(suite, () -> {
      acte.run();
      return fait;
    });
    return PAGE;
  }
}
