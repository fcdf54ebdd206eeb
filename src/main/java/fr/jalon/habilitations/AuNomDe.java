package fr.jalon.habilitations;

import fr.jalon.habilitations.comptes.Comptes;
import fr.jalon.socle.RefusMetier;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Work that an agent asked for and that is done later, perhaps by another server: under her name, with the rights she has when it is done. */
@Component
public class AuNomDe {
  private final Comptes comptes;
  private final Roles roles;

  AuNomDe(Comptes comptes, Roles roles) {
    this.comptes = comptes;
    this.roles = roles;
  }

  /**
   * Runs the work as the agent.
   *
   * @param identifiant her login
   * @return what the work returns
   * @throws RefusMetier when her access was withdrawn meanwhile
   */
  public <T> T agir(String identifiant, Supplier<T> acte) {
    Agent agent = comptes.parIdentifiant(identifiant).filter(Agent::actif)
        .orElseThrow(() -> new RefusMetier("ACCES_RETIRE", "Le compte qui a demandé ce travail n'a plus accès à Jalon : rien n'a été fait."));
    SecurityContext avant = SecurityContextHolder.getContext();
    SecurityContext contexte = SecurityContextHolder.createEmptyContext();
    AgentConnecte connecte = new AgentConnecte(agent.id(), agent.version(), null, roles.perimetre(agent), null);
    contexte.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(connecte, null, connecte.getAuthorities()));
    SecurityContextHolder.setContext(contexte);
    try {
      return acte.get();
    } finally {
      SecurityContextHolder.setContext(avant);
    }
  }
}
