package fr.jalon.ecran;

import fr.jalon.socle.CeDepartement;
import fr.jalon.socle.PanneDeLaBase;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Composes the {@link Ecran} of a request. */
@Component
class Composition {
  private final CeDepartement ceDepartement;
  private final Clock horloge;
  private final boolean demonstration;
  private final Regard regard;
  private final List<EntreeDeMenu> entrees;
  private final ObjectProvider<Signalement> signaux;
  private final RetardsDuMenu retards;
  private final Guide guide;
  private final ObjectProvider<VuesDesListes> vues;
  private final String version;
  private volatile String departement = "";

  Composition(CeDepartement ceDepartement, Clock horloge, @Value("${jalon.horloge:}") String depart, Regard regard,
      ObjectProvider<EntreeDeMenu> entrees,
      ObjectProvider<Signalement> signaux, RetardsDuMenu retards, Guide guide, ObjectProvider<VuesDesListes> vues,
      FichiersStatiques statiques) {
    this.ceDepartement = ceDepartement;
    this.horloge = horloge;
    this.demonstration = !depart.isBlank();
    this.regard = regard;
    this.entrees = entrees.stream().sorted(Comparator.comparing(EntreeDeMenu::rubrique).thenComparingInt(EntreeDeMenu::ordre)).toList();
    this.signaux = signaux;
    this.retards = retards;
    this.guide = guide;
    this.vues = vues;
    this.version = statiques.version();
  }

  /** @param message sentence of the model, or {@code null} */
  Ecran pour(HttpServletRequest requete, Message message) {
    String chemin = Optional.ofNullable((String) requete.getAttribute("jakarta.servlet.error.request_uri")).orElse(requete.getRequestURI());
    boolean lue = "GET".equals(requete.getMethod()) && requete.getAttribute("jakarta.servlet.error.request_uri") == null;
    String q = requete.getParameter("q");
    // the page that says that the database does not answer must not ask it anything
    boolean repond = requete.getAttribute(PanneDeLaBase.CLE) == null;
    String nom = repond ? departement() : departement;
    List<Ecran.RubriqueOuverte> menu = menu();
    RetardsDuMenu.Comptes comptes = repond && regard.connecte() ? retards.pour(menu.stream().flatMap(r -> r.entrees().stream()).toList())
        : RetardsDuMenu.RIEN;
    return new Ecran(nom, LocalDate.now(horloge), demonstration, regard, menu, comptes.parAdresse(), chemin, lue, q == null ? "" : q, jeton(requete),
        guide.adressePour(chemin),
        version, message, repond && regard.connecte() ? signaux.stream().flatMap(s -> s.signal().stream()).toList() : List.of(),
        comptes.parDefaut(), liste -> repond && regard.connecte() ? vues.stream().flatMap(v -> v.de(liste).stream()).toList() : List.of());
  }

  /** The page her role opens on when her menu has it, else the first page of the menu that her role opens; none when it opens nothing. */
  Optional<String> premierePage() {
    List<String> pages = menu().stream().flatMap(r -> r.entrees().stream()).filter(e -> e.ressource() != null).map(EntreeDeMenu::adresse).toList();
    return regard.accueil().filter(pages::contains).or(() -> pages.stream().findFirst())
        .map(page -> vues.stream().map(v -> v.parDefaut().get(page)).filter(java.util.Objects::nonNull).findFirst().orElse(page));
  }

  private List<Ecran.RubriqueOuverte> menu() {
    if (!regard.connecte()) {
      return List.of();
    }
    return Arrays.stream(Rubrique.values())
        .map(r -> new Ecran.RubriqueOuverte(r, entrees.stream()
            .filter(e -> e.rubrique() == r && (e.ressource() == null || regard.peut(e.ressource()))).toList()))
        .filter(r -> !r.entrees().isEmpty()).toList();
  }

  /** Kept for the page that may not ask. */
  private String departement() {
    if (departement.isEmpty()) {
      departement = ceDepartement.nom();
    }
    return departement;
  }

  private static Ecran.Jeton jeton(HttpServletRequest requete) {
    return requete.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf
        ? new Ecran.Jeton(csrf.getHeaderName(), csrf.getParameterName(), csrf.getToken()) : new Ecran.Jeton("", "", "");
  }
}
