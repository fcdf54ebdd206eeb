package fr.jalon.habilitations;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is at work on this thread, read from the security context: an agent logged in, or the system for a command line. */
@Component
public class AgentCourant {

  /** The perimeter of the agent at work; {@link Perimetre#PERSONNE} when nobody is. */
  public Perimetre perimetre() {
    Authentication auth = SecurityContextHolder.getContext().getAuthentication();
    return auth != null && auth.isAuthenticated()
        && auth.getPrincipal() instanceof PorteurDePerimetre porteur ? porteur.perimetre() : Perimetre.PERSONNE;
  }

  /** A principal that carries a perimeter (local account, OIDC account, system). */
  public interface PorteurDePerimetre {
    /** The perimeter it carries. */
    Perimetre perimetre();
  }
}
