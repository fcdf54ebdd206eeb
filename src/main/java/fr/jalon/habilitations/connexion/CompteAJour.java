package fr.jalon.habilitations.connexion;

import fr.jalon.habilitations.AgentConnecte;
import fr.jalon.habilitations.comptes.Comptes;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A session lives longer than a decision: at each request the version of the account is read, one row by its primary key. Another version than
 * the one the session was opened under (a password, a role, a perimeter, a second factor changed, from the page, the command line or another
 * server) closes the session, and the login page says why.
 */
class CompteAJour extends OncePerRequestFilter {
  /** What says nothing of anyone and is asked many times a page. */
  private static final List<String> STATIQUES = List.of("/css/", "/js/", "/img/", "/webjars/", "/favicon.ico", "/robots.txt");
  private final Comptes comptes;

  CompteAJour(Comptes comptes) {
    this.comptes = comptes;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest requete) {
    return STATIQUES.stream().anyMatch(requete.getServletPath()::startsWith);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
      throws ServletException, IOException {
    Authentication actuelle = SecurityContextHolder.getContext().getAuthentication();
    Object principal = actuelle == null ? null : actuelle.getPrincipal();
    Optional<String> fermee = switch (principal) {
      case AgentConnecte a -> pourquoiFermer(a.id(), a.version());
      case AgentEnAttente a -> pourquoiFermer(a.id(), a.version());
      case null, default -> Optional.empty();
    };
    if (fermee.isEmpty()) {
      suite.doFilter(requete, reponse);
      return;
    }
    HttpSession session = requete.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
    Refus.aller(requete, reponse, "/connexion?refus=" + fermee.get());
  }

  private Optional<String> pourquoiFermer(long id, long version) {
    Optional<Comptes.Version> maintenant = comptes.version(id);
    return maintenant.isEmpty() ? Optional.of("retire") : maintenant.filter(v -> v.numero() != version).map(v -> "ferme-" + v.raison());
  }
}
