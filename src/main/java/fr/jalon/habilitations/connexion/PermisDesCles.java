package fr.jalon.habilitations.connexion;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Adding a passkey asks the password: a session that gave it may add one within five minutes. A passkey outlives the session it was added from,
 * so a session left open must not be enough.
 */
class PermisDesCles extends OncePerRequestFilter {
  static final String AJOUT = "/mon-compte/cles";
  static final String OPTIONS = AJOUT + "/options";
  private static final String JUSQUA = PermisDesCles.class.getName();
  private static final Duration DUREE = Duration.ofMinutes(5);
  private final Clock horloge;

  PermisDesCles(Clock horloge) {
    this.horloge = horloge;
  }

  /** The password was just given in this session. */
  void donner(HttpSession session) {
    session.setAttribute(JUSQUA, horloge.instant().plus(DUREE));
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest requete) {
    return !AJOUT.equals(requete.getServletPath()) && !OPTIONS.equals(requete.getServletPath());
  }

  @Override
  protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite) throws ServletException, IOException {
    HttpSession session = requete.getSession(false);
    if (session == null || !(session.getAttribute(JUSQUA) instanceof Instant jusqua) || jusqua.isBefore(horloge.instant())) {
      reponse.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    if (AJOUT.equals(requete.getServletPath())) {
      // for one passkey
      session.removeAttribute(JUSQUA);
    }
    suite.doFilter(requete, reponse);
  }
}
