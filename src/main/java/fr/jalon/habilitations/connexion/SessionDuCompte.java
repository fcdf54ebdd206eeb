package fr.jalon.habilitations.connexion;

import fr.jalon.habilitations.AgentConnecte;
import fr.jalon.habilitations.comptes.Comptes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** The one session that an agent's act on her own account leaves open: the one she did it from. */
@Component
@ConditionalOnWebApplication
public class SessionDuCompte {
  private final Comptes comptes;
  private final SecurityContextRepository contextes;

  SessionDuCompte(Comptes comptes, SecurityContextRepository contextes) {
    this.comptes = comptes;
    this.contextes = contextes;
  }

  /**
   * After an act of hers that moved the version of the account by one. When it moved by more, somebody else changed the account in the
   * meantime and this session ends too.
   */
  public void garder(HttpServletRequest requete, HttpServletResponse reponse) {
    if (SecurityContextHolder.getContext().getAuthentication().getPrincipal() instanceof AgentConnecte agent) {
      comptes.version(agent.id()).filter(v -> v.numero() == agent.version() + 1)
          .ifPresent(v -> remplacer(agent.enVersion(v.numero()), requete, reponse));
    }
  }

  /** The sentence about failed tries was read. */
  public void alerteLue(HttpServletRequest requete, HttpServletResponse reponse) {
    if (SecurityContextHolder.getContext().getAuthentication().getPrincipal() instanceof AgentConnecte agent) {
      remplacer(agent.sansAlerte(), requete, reponse);
    }
  }

  private void remplacer(AgentConnecte agent, HttpServletRequest requete, HttpServletResponse reponse) {
    Authentication actuelle = SecurityContextHolder.getContext().getAuthentication();
    SecurityContext contexte = SecurityContextHolder.createEmptyContext();
    contexte.setAuthentication(actuelle instanceof OAuth2AuthenticationToken oidc
        ? new OAuth2AuthenticationToken(agent, agent.getAuthorities(), oidc.getAuthorizedClientRegistrationId())
        : UsernamePasswordAuthenticationToken.authenticated(agent, null, agent.getAuthorities()));
    SecurityContextHolder.setContext(contexte);
    contextes.saveContext(contexte, requete, reponse);
  }
}
