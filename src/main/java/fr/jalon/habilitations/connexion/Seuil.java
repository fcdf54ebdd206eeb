package fr.jalon.habilitations.connexion;

import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.AgentConnecte;
import fr.jalon.habilitations.Connexion;
import fr.jalon.habilitations.Roles;
import fr.jalon.habilitations.comptes.Comptes;
import fr.jalon.habilitations.connexion.AgentEnAttente.Etape;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The threshold: turns an account whose proof was accepted into what the session will hold, the next step or the agent herself. */
@Component
public class Seuil {
  private final Comptes comptes;
  private final Roles roles;
  private final LimiteDesEssais limite;
  private final ApplicationEventPublisher evenements;

  Seuil(Comptes comptes, Roles roles, LimiteDesEssais limite, ApplicationEventPublisher evenements) {
    this.comptes = comptes;
    this.roles = roles;
    this.limite = limite;
    this.evenements = evenements;
  }

  /** After the right password. */
  Authentication apresMotDePasse(Agent agent) {
    return agent.totpActif() ? attendre(agent, Etape.CODE) : apresCode(agent, "par mot de passe");
  }

  /** After the right one-time code, or when none is asked. */
  public Authentication apresCode(Agent agent, String moyen) {
    return agent.motDePasseAChanger() ? attendre(agent, Etape.MOT_DE_PASSE) : entrer(agent, moyen);
  }

  /** The last step is done: the agent is in, and the journal knows. */
  public Authentication entrer(Agent agent, String moyen) {
    AgentConnecte principal = principal(agent);
    noter(agent, moyen);
    return UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
  }

  /** Writes the login: last date, journal, counters of attempts. */
  void noter(Agent agent, String moyen) {
    comptes.connecte(agent.id());
    limite.oublier(agent.identifiant());
    evenements.publishEvent(new Connexion("CONNEXION", agent.identifiant(), agent.role(), "Connexion " + moyen));
  }

  /** Writes a refusal. */
  public void refuser(String identifiant, String role, String raison) {
    evenements.publishEvent(new Connexion("CONNEXION_REFUSEE", identifiant, role, raison));
  }

  /** The principal of an account, with what it may see now. */
  public AgentConnecte principal(Agent agent) {
    return new AgentConnecte(agent.id(), roles.perimetre(agent));
  }

  private static Authentication attendre(Agent agent, Etape etape) {
    AgentEnAttente attente = new AgentEnAttente(agent.id(), agent.identifiant(), etape);
    return UsernamePasswordAuthenticationToken.authenticated(attente, null, attente.autorites());
  }
}
