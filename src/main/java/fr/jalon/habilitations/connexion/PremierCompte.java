package fr.jalon.habilitations.connexion;

import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.comptes.Comptes;
import fr.jalon.habilitations.Habilitations;
import fr.jalon.habilitations.SaisieAgent;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * An instance without any account cannot be entered: at its first start the server makes one for the administration and shows its
 * one-time password on the terminal, once. The demonstration turns it off ({@code jalon.premier-compte=false}) and makes its own.
 */
@Component
@ConditionalOnWebApplication
class PremierCompte {
  private static final String IDENTIFIANT = "administration";
  private final Comptes comptes;
  private final Habilitations habilitations;
  private final AgentSysteme systeme;
  private final boolean voulu;

  PremierCompte(Comptes comptes, Habilitations habilitations, AgentSysteme systeme, @Value("${jalon.premier-compte:true}") boolean voulu) {
    this.comptes = comptes;
    this.habilitations = habilitations;
    this.systeme = systeme;
    this.voulu = voulu;
  }

  @EventListener(WebServerInitializedEvent.class)
  void creer() {
    if (!voulu || !comptes.aucun()) {
      return;
    }
    String motDePasse = systeme.agir("demarrage", () -> habilitations.creer(
        new SaisieAgent(IDENTIFIANT, "Administration", null, "ADMINISTRATION", false, List.of(), List.of())));
    System.err.println("Premier compte : identifiant « " + IDENTIFIANT + " », mot de passe provisoire « " + motDePasse
        + " » (à changer à la première connexion ; il ne sera plus affiché).");
  }
}
