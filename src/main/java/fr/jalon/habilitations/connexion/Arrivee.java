package fr.jalon.habilitations.connexion;

import fr.jalon.habilitations.AgentConnecte;
import fr.jalon.habilitations.connexion.LimiteDesEssais.Lieu;
import fr.jalon.habilitations.porte.SessionsDesAgents;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Where an agent goes once a proof was accepted: the next step, else the page she had asked for, else the first page. */
@Component
public class Arrivee implements AuthenticationSuccessHandler {
  private final Suites suites;
  private final SessionsDesAgents sessions;
  private final Reconnaissance reconnaissance;

  Arrivee(Suites suites, SessionsDesAgents sessions, Reconnaissance reconnaissance) {
    this.suites = suites;
    this.sessions = sessions;
    this.reconnaissance = reconnaissance;
  }

  @Override
  public void onAuthenticationSuccess(HttpServletRequest requete, HttpServletResponse reponse, Authentication auth)
      throws IOException, ServletException {
    reponse.sendRedirect(requete.getContextPath() + accueillir(requete, reponse, auth));
  }

  /** Counts the session that the proof has just opened. @return the address to go to */
  String accueillir(HttpServletRequest requete, HttpServletResponse reponse, Authentication auth) {
    String page = suites.page(requete).orElse("/");
    HttpSession session = requete.getSession();
    if (auth.getPrincipal() instanceof AgentEnAttente attente) {
      session.setAttribute(Suites.PAGE, page);
      Lieu lieu = FiltreDesEssais.lieu(requete);
      sessions.compterEnAttente(requete, attente.id(), lieu.cle(), lieu.appareil() != null);
      return attente.etape().page();
    }
    session.removeAttribute(Suites.PAGE);
    if (auth.getPrincipal() instanceof AgentConnecte agent) {
      sessions.compter(requete, agent.id());
      reconnaissance.entree(agent, requete, reponse);
    }
    return page;
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
