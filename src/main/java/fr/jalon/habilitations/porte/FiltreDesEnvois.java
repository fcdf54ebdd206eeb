package fr.jalon.habilitations.porte;

import fr.jalon.ecran.PagesDErreur;
import fr.jalon.habilitations.AgentConnecte;
import fr.jalon.habilitations.comptes.Comptes;
import fr.jalon.habilitations.porte.ReglesDesEnvois.Refus;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The first filter of all: before anything reads a parameter, it refuses what is too long, what comes from nobody, what no page takes. The
 * token of forms and the counting of tries, which come after, read the whole body of a form, files included.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class FiltreDesEnvois extends OncePerRequestFilter {
  private static final String ATTENDRE = "30";
  private final ReglesDesEnvois regles;
  private final PlacesDesEnvois places;
  private final SecurityContextRepository contextes;
  private final Comptes comptes;

  FiltreDesEnvois(ReglesDesEnvois regles, PlacesDesEnvois places, SecurityContextRepository contextes, Comptes comptes) {
    this.regles = regles;
    this.places = places;
    this.contextes = contextes;
    this.comptes = comptes;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite) throws ServletException, IOException {
    // a page that is read, a style, an image: who asks changes nothing here, and her session need not be looked for
    Envoyeur envoyeur = Envoyeur.de(ReglesDesEnvois.avecCorps(requete) ? contextes.loadDeferredContext(requete).get().getAuthentication() : null);
    Optional<Refus> refus = regles.refus(requete, envoyeur).or(() -> illisible(requete));
    if (refus.isPresent()) {
      repondre(refus.get(), requete, reponse);
    } else if (!regles.fichiers(requete) || !envoyeur.connu()) {
      suite.doFilter(requete, reponse);
    } else {
      recevoir(envoyeur.agent(), requete, reponse, suite);
    }
  }

  private void recevoir(AgentConnecte envoyeur, HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
      throws ServletException, IOException {
    long octets = requete.getContentLengthLong();
    long agent = envoyeur.id();
    // the session may be older than a decision: the access is read again before gigabytes are
    Optional<Refus> refus = !aJour(envoyeur, requete) ? Optional.of(ReglesDesEnvois.terminee()) : places.prendre(agent, octets);
    if (refus.isPresent()) {
      repondre(refus.get(), requete, reponse);
      return;
    }
    try {
      suite.doFilter(requete, reponse);
    } finally {
      places.rendre(agent, octets);
    }
  }

  /** Asked as a page asks, by its pool and within its limits: nothing before this filter said that this thread answers one. */
  private boolean aJour(AgentConnecte envoyeur, HttpServletRequest requete) {
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(requete));
    try {
      return comptes.version(envoyeur.id()).filter(v -> v.numero() == envoyeur.version()).isPresent();
    } finally {
      RequestContextHolder.resetRequestAttributes();
    }
  }

  /**
   * Parameters that no page understands: badly encoded, too many, or with the null character that no text holds. Files are looked at by the pages.
   */
  private static Optional<Refus> illisible(HttpServletRequest requete) {
    try {
      boolean formulaire = !ReglesDesEnvois.machine(requete)
          && (requete.getContentType() == null || requete.getContentType().startsWith("application/x-www-form-urlencoded"));
      boolean nul = formulaire ? requete.getParameterMap().entrySet().stream()
          .anyMatch(e -> nul(e.getKey()) || Arrays.stream(e.getValue()).anyMatch(FiltreDesEnvois::nul))
          : requete.getQueryString() != null && requete.getQueryString().contains("%00");
      return nul ? Optional.of(incomprise()) : Optional.empty();
    } catch (IllegalStateException _) {
      return Optional.of(incomprise());
    }
  }

  private static boolean nul(String texte) {
    return texte.indexOf('\0') >= 0;
  }

  private static Refus incomprise() {
    return new Refus(400,
        "L'adresse ou le formulaire reçu contient des caractères que Jalon ne peut pas lire. Revenez à la page précédente et recommencez.");
  }

  private static void repondre(Refus refus, HttpServletRequest requete, HttpServletResponse reponse) throws ServletException, IOException {
    if (reponse.isCommitted()) {
      // the body never came and the connection is gone: nobody to answer, and nothing to write in the log
      return;
    }
    if (refus.statut() == 503) {
      reponse.setHeader("Retry-After", ATTENDRE);
    }
    if (ReglesDesEnvois.machine(requete)) {
      reponse.setStatus(refus.statut());
      reponse.setContentType("application/problem+json");
      reponse.getOutputStream()
          .write("{\"type\":\"about:blank\",\"title\":\"Demande refusée\",\"status\":%d,\"detail\":\"%s\",\"code\":\"ENVOI_REFUSE\"}"
          .formatted(refus.statut(), refus.phrase()).getBytes(StandardCharsets.UTF_8));
    } else if (requete.getHeader("Accept") != null && requete.getHeader("Accept").startsWith("application/json")) {
      // a script that sends a file shows the sentence beside it
      reponse.setStatus(refus.statut());
      reponse.setContentType("application/json");
      reponse.getOutputStream().write("{\"phrase\":\"%s\"}".formatted(refus.phrase()).getBytes(StandardCharsets.UTF_8));
    } else if (refus.connexion()) {
      reponse.sendRedirect(requete.getContextPath() + "/connexion?refus=expiree");
    } else {
      requete.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, refus.statut());
      requete.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, requete.getRequestURI());
      requete.setAttribute(PagesDErreur.PHRASE, refus.phrase());
      requete.getRequestDispatcher("/error").forward(new RequeteSansCorps(requete), reponse);
    }
  }
}
