package fr.jalon.habilitations.connexion;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stops an attempt to log in when there were too many; the page says when to try again. */
public class FiltreDesEssais extends OncePerRequestFilter {
  /** Request attribute: when the next attempt may be made. */
  public static final String JUSQUA = FiltreDesEssais.class.getName() + ".jusqua";
  private static final Set<String> PORTES = Set.of("/connexion", "/connexion/code", "/connexion/cle");
  private final LimiteDesEssais limite;

  FiltreDesEssais(LimiteDesEssais limite) {
    this.limite = limite;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest requete) {
    return !"POST".equals(requete.getMethod()) || !PORTES.contains(requete.getServletPath());
  }

  @Override
  protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
      throws ServletException, IOException {
    Authentication connu = SecurityContextHolder.getContext().getAuthentication();
    String identifiant = connu != null && connu.getPrincipal() instanceof AgentEnAttente attente ? attente.identifiant()
        : requete.getParameter("identifiant");
    Optional<Instant> attendre = limite.essayer(identifiant, requete.getRemoteAddr());
    if (attendre.isEmpty()) {
      suite.doFilter(requete, reponse);
      return;
    }
    requete.setAttribute(JUSQUA, attendre.get());
    requete.getRequestDispatcher("/connexion/trop-d-essais").forward(requete, reponse);
  }
}
