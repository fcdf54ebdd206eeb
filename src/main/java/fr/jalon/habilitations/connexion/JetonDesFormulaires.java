package fr.jalon.habilitations.connexion;

import fr.jalon.habilitations.porte.Scelles.Usage;
import fr.jalon.habilitations.porte.TemoinsScelles;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * The token that every form carries. An agent's is in her session; before the login there is none: it is in a sealed cookie of the browser,
 * the same for all its tabs, and the server keeps nothing. It never makes a session.
 */
@Component
class JetonDesFormulaires implements CsrfTokenRepository {
  /** A login page left open overnight still works in the morning. */
  private static final Duration DUREE = Duration.ofHours(24);
  private final HttpSessionCsrfTokenRepository enSession = new HttpSessionCsrfTokenRepository();
  private final TemoinsScelles temoins;

  JetonDesFormulaires(TemoinsScelles temoins) {
    this.temoins = temoins;
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest requete) {
    return enSession.generateToken(requete);
  }

  @Override
  public void saveToken(CsrfToken jeton, HttpServletRequest requete, HttpServletResponse reponse) {
    if (requete.getSession(false) != null) {
      enSession.saveToken(jeton, requete, reponse);
    }
    if (jeton == null) {
      temoins.lire(Usage.FORMULAIRE, requete).ifPresent(_ -> temoins.reprendre(Usage.FORMULAIRE, requete, reponse));
    } else if (requete.getSession(false) == null) {
      temoins.donner(Usage.FORMULAIRE, DUREE, jeton.getToken(), requete, reponse);
    }
  }

  @Override
  public CsrfToken loadToken(HttpServletRequest requete) {
    if (requete.getSession(false) != null) {
      return enSession.loadToken(requete);
    }
    return temoins.lire(Usage.FORMULAIRE, requete)
        .map(v -> new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", v)).orElse(null);
  }
}
