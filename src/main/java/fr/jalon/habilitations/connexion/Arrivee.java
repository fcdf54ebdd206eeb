package fr.jalon.habilitations.connexion;

import fr.jalon.habilitations.AgentConnecte;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** Where an agent goes once a proof was accepted: the next step, else the page she had asked for, else the first page. */
@Component
public class Arrivee implements AuthenticationSuccessHandler {
  private final Reconnaissance reconnaissance;
  private final HttpSessionRequestCache demandes = new HttpSessionRequestCache();
  private final SavedRequestAwareAuthenticationSuccessHandler suite = new SavedRequestAwareAuthenticationSuccessHandler();

  Arrivee(Reconnaissance reconnaissance) {
    this.reconnaissance = reconnaissance;
    // only a whole page may be opened again; a fragment asked by htmx may not
    demandes.setRequestMatcher(r -> "GET".equals(r.getMethod()) && r.getHeader("HX-Request") == null
        && r.getHeader("Accept") != null && r.getHeader("Accept").contains("text/html"));
    demandes.setMatchingRequestParameterName(null);
    suite.setRequestCache(demandes);
  }

  RequestCache demandes() {
    return demandes;
  }

  @Override
  public void onAuthenticationSuccess(HttpServletRequest requete, HttpServletResponse reponse, Authentication auth)
      throws IOException, ServletException {
    if (auth.getPrincipal() instanceof AgentEnAttente attente) {
      reponse.sendRedirect(requete.getContextPath() + attente.etape().page());
    } else {
      if (auth.getPrincipal() instanceof AgentConnecte agent) {
        reconnaissance.entree(agent, requete, reponse);
      }
      suite.onAuthenticationSuccess(requete, reponse, auth);
    }
  }

  /** Opens the session of an agent whose step was done by a controller: new session number, new context, then on her way. */
  public void ouvrir(Authentication auth, SecurityContextRepository contextes, HttpServletRequest requete, HttpServletResponse reponse)
      throws IOException, ServletException {
    requete.changeSessionId();
    SecurityContext contexte = SecurityContextHolder.createEmptyContext();
    contexte.setAuthentication(auth);
    SecurityContextHolder.setContext(contexte);
    contextes.saveContext(contexte, requete, reponse);
    onAuthenticationSuccess(requete, reponse, auth);
  }
}
