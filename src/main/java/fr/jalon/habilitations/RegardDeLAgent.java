package fr.jalon.habilitations;

import fr.jalon.ecran.Regard;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the layout who is looking: the agent at work. */
@Component
class RegardDeLAgent implements Regard {
  private static final Map<String, String> ROLES = Map.of("REFERENT", "Référent", "SECRETARIAT", "Secrétariat", "RESPONSABLE_TERRITOIRE",
      "Responsable de territoire", "ALLOCATION", "Allocation", "CONTROLE", "Contrôle", "DIRECTION", "Direction", "PARTENAIRE", "Partenaire",
      "ADMINISTRATION", "Administration", "SYSTEME", "Système");
  private final AgentCourant agentCourant;

  RegardDeLAgent(AgentCourant agentCourant) {
    this.agentCourant = agentCourant;
  }

  @Override
  public boolean connecte() {
    return !agentCourant.perimetre().agent().isEmpty();
  }

  @Override
  public String nom() {
    return agentCourant.perimetre().nom();
  }

  @Override
  public String role() {
    String role = agentCourant.perimetre().role();
    return ROLES.getOrDefault(role, role.toLowerCase(Locale.FRENCH).replace('_', ' '));
  }

  @Override
  public boolean peut(String ressource) {
    return agentCourant.perimetre().peut(ressource);
  }
}
