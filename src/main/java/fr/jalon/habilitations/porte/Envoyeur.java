package fr.jalon.habilitations.porte;

import fr.jalon.habilitations.AgentConnecte;
import org.springframework.security.core.Authentication;

/** Who sends a request, as the session says; nobody for whom has none, or has a step still to do. @param agent {@code null} for nobody */
record Envoyeur(AgentConnecte agent) {

  static Envoyeur de(Authentication auth) {
    return new Envoyeur(auth != null && auth.getPrincipal() instanceof AgentConnecte a ? a : null);
  }

  boolean connu() {
    return agent != null;
  }

  boolean peut(String ressource) {
    return agent != null && agent.perimetre().peut(ressource);
  }
}
