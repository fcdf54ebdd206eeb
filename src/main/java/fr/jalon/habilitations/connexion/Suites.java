package fr.jalon.habilitations.connexion;

import fr.jalon.ecran.AdresseDePage;
import fr.jalon.habilitations.porte.Scelles;
import fr.jalon.habilitations.porte.Scelles.Usage;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The page an agent asked for before she logged in, in a sealed parameter of the login page: the server keeps nothing of it, and nobody
 * writes one that leads elsewhere.
 */
@Component
public class Suites {
  /** Name of the parameter. */
  public static final String PARAMETRE = "suite";
  /** Request or session attribute: the page, opened. */
  static final String PAGE = Suites.class.getName() + ".page";
  private static final int PAGE_AU_PLUS = 1000;
  private static final Duration DUREE = Duration.ofHours(24);
  private final Scelles scelles;

  Suites(Scelles scelles) {
    this.scelles = scelles;
  }

  /** The page of login that leads back to what this request asks for, when it is a whole page that may be opened again. */
  String connexion(HttpServletRequest requete, String refus) {
    String adresse = "/connexion" + (refus == null ? "" : "?refus=" + refus);
    return sceller(requete).map(s -> adresse + (refus == null ? "?" : "&") + PARAMETRE + "=" + s).orElse(adresse);
  }

  /** The parameter that this request brought, when it opens; else the one for the page it asks for. */
  private Optional<String> sceller(HttpServletRequest requete) {
    if (!"GET".equals(requete.getMethod())) {
      return recue(requete);
    }
    // only a whole page may be opened again; a fragment asked by htmx may not
    String demande = requete.getQueryString() == null ? requete.getRequestURI() : requete.getRequestURI() + "?" + requete.getQueryString();
    boolean page = requete.getHeader("HX-Request") == null && requete.getHeader("Accept") != null
        && requete.getHeader("Accept").contains("text/html");
    return page && demande.length() <= PAGE_AU_PLUS && !demande.equals("/") && AdresseDePage.locale(demande)
        ? Optional.of(scelles.sceller(Usage.SUITE, DUREE, demande)) : Optional.empty();
  }

  /** The parameter as it was received, when it opens. */
  public Optional<String> recue(HttpServletRequest requete) {
    String scellee = requete.getParameter(PARAMETRE);
    return scelles.ouvrir(Usage.SUITE, scellee).map(_ -> scellee);
  }

  /** The page to go to, from the parameter or from the step before. */
  Optional<String> page(HttpServletRequest requete) {
    return scelles.ouvrir(Usage.SUITE, requete.getParameter(PARAMETRE)).or(() -> Optional.ofNullable((String) requete.getAttribute(PAGE)))
        .or(() -> Optional.ofNullable(requete.getSession(false)).map(s -> (String) s.getAttribute(PAGE))).filter(AdresseDePage::locale);
  }
}
