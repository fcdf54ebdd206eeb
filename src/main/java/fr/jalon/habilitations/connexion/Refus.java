package fr.jalon.habilitations.connexion;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Where a request goes that may not go on: to the login, to the step that waits, or to the page 403. */
@Component
class Refus {
  private final Suites suites;

  Refus(Suites suites) {
    this.suites = suites;
  }

  /** Nobody is logged in: the login page; a fragment asked by htmx makes the whole page go there. */
  void inconnu(HttpServletRequest requete, HttpServletResponse reponse, AuthenticationException e) throws IOException {
    HttpSession session = requete.getSession(false);
    if (session != null) {
      // what it held is of another version of Jalon, or of another matrix of roles
      session.invalidate();
    }
    aller(requete, reponse, suites.connexion(requete, session != null || requete.getRequestedSessionId() != null
        && !requete.isRequestedSessionIdValid() ? "expiree" : null));
  }

  /** Someone is logged in, or the form is too old. */
  void interdit(HttpServletRequest requete, HttpServletResponse reponse, AccessDeniedException e) throws IOException {
    Authentication auth = SecurityContextHolder.getContext().getAuthentication();
    boolean connu = auth != null && auth.getAuthorities().stream().noneMatch(a -> "ROLE_ANONYMOUS".equals(a.getAuthority()));
    if (e instanceof CsrfException && !connu) {
      aller(requete, reponse, suites.connexion(requete, "expiree"));
    } else if (connu && auth.getPrincipal() instanceof AgentEnAttente attente) {
      aller(requete, reponse, attente.etape().page());
    } else {
      reponse.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  /** The login was refused: back to the form, with the code of a sentence and nothing of what was typed. */
  void connexion(HttpServletRequest requete, HttpServletResponse reponse, AuthenticationException e) throws IOException, ServletException {
    if (e instanceof Encombrement) {
      FiltreDesEssais.attendre(Duration.ZERO, requete, reponse);
      return;
    }
    if (e instanceof BadCredentialsException) {
      FiltreDesEssais.essai(requete).ifPresent(LimiteDesEssais.Essai::rate);
    }
    String code = switch (e) {
      case DisabledException _ -> "retire";
      case CredentialsExpiredException _ -> "perime";
      case BadCredentialsException _ -> "faux";
      default -> "panne";
    };
    reponse.sendRedirect(requete.getContextPath() + suites.connexion(requete, code));
  }

  static void aller(HttpServletRequest requete, HttpServletResponse reponse, String page) throws IOException {
    String adresse = requete.getContextPath() + page;
    if (requete.getHeader("HX-Request") != null) {
      reponse.setHeader("HX-Redirect", adresse);
      reponse.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      reponse.sendRedirect(adresse);
    }
  }
}
