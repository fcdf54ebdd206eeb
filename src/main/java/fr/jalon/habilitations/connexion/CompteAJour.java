package fr.jalon.habilitations.connexion;

import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.AgentConnecte;
import fr.jalon.habilitations.comptes.Comptes;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A session lives longer than a decision: the account is read again every few seconds, so that a role changed, a perimeter reduced or
 * an access withdrawn (from the page, the command line or another server) takes effect in sessions already open.
 */
class CompteAJour extends OncePerRequestFilter {
  private static final String LU_LE = CompteAJour.class.getName() + ".luLe";
  private final Comptes comptes;
  private final Seuil seuil;
  private final SecurityContextRepository contextes;
  private final Clock horloge;
  private final Duration fraicheur;

  CompteAJour(Comptes comptes, Seuil seuil, SecurityContextRepository contextes, Clock horloge, Duration fraicheur) {
    this.comptes = comptes;
    this.seuil = seuil;
    this.contextes = contextes;
    this.horloge = horloge;
    this.fraicheur = fraicheur;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
      throws ServletException, IOException {
    HttpSession session = requete.getSession(false);
    Authentication actuelle = session == null ? null : SecurityContextHolder.getContext().getAuthentication();
    if (actuelle == null || !(actuelle.getPrincipal() instanceof AgentConnecte connecte) || recent(session)) {
      suite.doFilter(requete, reponse);
      return;
    }
    Optional<Agent> agent = comptes.parId(connecte.id()).filter(Agent::actif);
    if (agent.isEmpty()) {
      session.invalidate();
      SecurityContextHolder.clearContext();
      reponse.sendRedirect(requete.getContextPath() + "/connexion?refus=retire");
      return;
    }
    session.setAttribute(LU_LE, horloge.instant());
    AgentConnecte maintenant = seuil.principal(agent.get());
    if (!maintenant.perimetre().equals(connecte.perimetre())) {
      remplacer(actuelle, new AgentConnecte(connecte.id(), maintenant.perimetre(), connecte.jeton()), requete, reponse);
    }
    suite.doFilter(requete, reponse);
  }

  private boolean recent(HttpSession session) {
    return session.getAttribute(LU_LE) instanceof Instant lu && Duration.between(lu, horloge.instant()).compareTo(fraicheur) < 0;
  }

  private void remplacer(Authentication actuelle, AgentConnecte agent, HttpServletRequest requete, HttpServletResponse reponse) {
    SecurityContext contexte = SecurityContextHolder.createEmptyContext();
    contexte.setAuthentication(actuelle instanceof OAuth2AuthenticationToken oidc
        ? new OAuth2AuthenticationToken(agent, agent.getAuthorities(), oidc.getAuthorizedClientRegistrationId())
        : UsernamePasswordAuthenticationToken.authenticated(agent, null, agent.getAuthorities()));
    SecurityContextHolder.setContext(contexte);
    contextes.saveContext(contexte, requete, reponse);
  }
}
