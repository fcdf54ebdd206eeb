package fr.jalon.habilitations.connexion;

import fr.jalon.ecran.Francais;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.AgentConnecte;
import fr.jalon.habilitations.Connexion;
import fr.jalon.habilitations.Roles;
import fr.jalon.habilitations.comptes.Comptes;
import fr.jalon.habilitations.comptes.EssaisRates;
import org.springframework.beans.factory.annotation.Value;
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
  private final EssaisRates essaisRates;
  private final ApplicationEventPublisher evenements;
  private final String contact;

  Seuil(Comptes comptes, Roles roles, EssaisRates essaisRates, ApplicationEventPublisher evenements,
      @Value("${jalon.contact:la personne qui gère les habilitations de votre Département}") String contact) {
    this.contact = contact;
    this.comptes = comptes;
    this.roles = roles;
    this.essaisRates = essaisRates;
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

  /** Writes the login: last date, journal; the failed tries before it are forgotten. */
  void noter(Agent agent, String moyen) {
    comptes.connecte(agent.id());
    essaisRates.oublier(agent.id());
    evenements.publishEvent(new Connexion("CONNEXION", agent.identifiant(), agent.role(), "Connexion " + moyen));
  }

  /** Writes a refusal. */
  public void refuser(String identifiant, String role, String raison) {
    evenements.publishEvent(new Connexion("CONNEXION_REFUSEE", identifiant, role, raison));
  }

  /** The principal of an account, with what it may see now. */
  public AgentConnecte principal(Agent agent) {
    return new AgentConnecte(agent.id(), agent.version(), alerte(agent), roles.perimetre(agent), null);
  }

  /** What she must be told of the failed tries since her last login, {@code null} when they were few. */
  private String alerte(Agent agent) {
    EssaisRates.Bilan bilan = essaisRates.bilan(agent.id());
    return !essaisRates.aDire(bilan) ? null
        : "%d essais de connexion ratés sur votre compte depuis le %s, de %s. Si ce n'est pas vous, changez de mot de passe et prévenez %s.".formatted(
            bilan.nombre(), Francais.instant(bilan.depuis()), Francais.compte(bilan.adresses(), "adresse", "adresses différentes"), contact);
  }

  private static Authentication attendre(Agent agent, Etape etape) {
    AgentEnAttente attente = new AgentEnAttente(agent.id(), agent.identifiant(), etape, agent.version());
    return UsernamePasswordAuthenticationToken.authenticated(attente, null, attente.autorites());
  }
}
