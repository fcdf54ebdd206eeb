package fr.jalon.habilitations;

import fr.jalon.ecran.Regard;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells the layout who is looking: the agent at work. */
@Component
class RegardDeLAgent implements Regard {
  private final AgentCourant agentCourant;
  private final Roles roles;

  RegardDeLAgent(AgentCourant agentCourant, Roles roles) {
    this.agentCourant = agentCourant;
    this.roles = roles;
  }

  @Override
  public boolean connecte() {
    return !agentCourant.perimetre().agent().isEmpty();
  }

  @Override
  public String identifiant() {
    return agentCourant.perimetre().agent();
  }

  @Override
  public String nom() {
    return agentCourant.perimetre().nom();
  }

  @Override
  public String role() {
    return roles.libelle(agentCourant.perimetre().role());
  }

  @Override
  public boolean peut(String ressource) {
    return agentCourant.perimetre().peut(ressource);
  }

  @Override
  public Optional<String> accueil() {
    return roles.role(agentCourant.perimetre().role()).flatMap(Roles.Role::accueil);
  }

  @Override
  public Optional<String> alerte() {
    Authentication auth = SecurityContextHolder.getContext().getAuthentication();
    return auth != null && auth.getPrincipal() instanceof AgentConnecte agent ? Optional.ofNullable(agent.alerte()) : Optional.empty();
  }
}
