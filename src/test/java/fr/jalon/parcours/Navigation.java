package fr.jalon.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** A browser of one test: its own cookies, French, and every error of the console or of a script noted. */
public final class Navigation {
  /** Pictures are for eyes: a suite that nobody looks at does not draw two hundred of them. */
  private static final boolean CAPTURES = Boolean.getBoolean("jalon.captures");
  private final Comptoir comptoir;
  private final String racine;
  private final BrowserContext contexte;
  private final List<String> erreurs = new ArrayList<>();
  /** The page, with all that Playwright can do. */
  public final Page page;

  private Navigation(Comptoir comptoir, String racine) {
    this.comptoir = comptoir;
    this.racine = racine;
    contexte = Chromium.navigateur().newContext(new Browser.NewContextOptions().setLocale("fr-FR").setViewportSize(1280, 900));
    page = contexte.newPage();
    page.onConsoleMessage(m -> {
      // a refused page (403, 404, 422) is written in the console by the browser itself
      if ("error".equals(m.type()) && !m.text().contains("Failed to load resource")) {
        erreurs.add(m.text());
      }
    });
    page.onPageError(erreurs::add);
  }

  /** Logs in as a new agent of that role, limited to those territories and organisations. */
  public Navigation connecter(String role, List<Integer> territoires, List<Integer> organisations) {
    return connecter(comptoir.agent(role, territoires, organisations));
  }

  /** Logs in as a new agent of that role, who sees nobody unless the role sees the whole Département. */
  public Navigation connecter(String role) {
    return connecter(comptoir.agent(role));
  }

  /** Logs in. */
  public Navigation connecter(Agent agent) {
    ouvrir("/connexion");
    page.fill("#identifiant", agent.identifiant());
    page.fill("#mot_de_passe", Comptoir.MOT_DE_PASSE);
    page.click("main button[type=submit]");
    return this;
  }

  /** Opens a path of the application. */
  public Navigation ouvrir(String chemin) {
    page.navigate(racine + chemin);
    return this;
  }

  /** HTTP status of a path, with the cookies of this browser. */
  public int statut(String chemin) {
    return contexte.request().get(racine + chemin).status();
  }

  /** Width of the window, in CSS pixels. */
  public Navigation largeur(int pixels) {
    page.setViewportSize(pixels, 900);
    return this;
  }

  /** The elements that make the page scroll sideways, the page itself when none is found. */
  private static final String QUI_DEPASSE = """
      () => { const l = document.documentElement.clientWidth; if (document.documentElement.scrollWidth <= l) return [];
        return ['page'].concat([...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > l).map(e => e.outerHTML.slice(0, 160)).slice(-3)); }""";

  /** SHA-256 of an empty style: the tools of the test try one on a page swapped in place; our pages write none, and it would do nothing. */
  private static final String STYLE_VIDE = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

  /**
   * The axe of {@code src/test/resources/axe.min.js}, taken before the one of the library, which follows the releases of axe-core from afar (4.11.4 in its
   * 4.11.3). A newer one: {@code npm pack axe-core}, its {@code axe.min.js} here, its number below.
   */
  private static final String AXE = "4.14.1";

  /** Nothing wrong for axe (WCAG 2.1 A and AA, good practices included), nothing that overflows sideways, no error of script or of CSP. */
  public Navigation sansDefaut() {
    // what it passes would be written out, element by element, and sent back: half of the time of a story
    AxeRunOptions violations = new AxeRunOptions();
    violations.setResultTypes(List.of("violations"));
    // no frame of another origin here: no second page to gather the results in
    AxeResults vu = new AxeBuilder(page).setLegacyMode(true).options(violations).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice")).analyze();
    assertThat(vu.getTestEngine().getVersion()).as("axe").isEqualTo(AXE);
    assertThat(vu.getViolations())
        .extracting(v -> v.getId() + " : " + v.getHelp() + " " + v.getNodes().stream().map(n -> n.getHtml()).limit(3).toList()).isEmpty();
    assertThat((List<?>) page.evaluate(QUI_DEPASSE)).as("ce qui dépasse en largeur").isEmpty();
    assertThat(erreurs.stream().filter(e -> !e.contains(STYLE_VIDE))).as("erreurs du navigateur").isEmpty();
    return this;
  }

  /** Checks the page at 1280 and 390 px; {@code -Djalon.captures=true} keeps its pictures under {@code target/captures}. */
  public Navigation regarder(String nom) {
    largeur(1280);
    capturer(nom + "-1280");
    largeur(390);
    capturer(nom + "-390");
    sansDefaut();
    return largeur(1280).sansDefaut();
  }

  private void capturer(String nom) {
    if (!CAPTURES) {
      return;
    }
    int hauteur = Math.min(2000, ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue());
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/captures", nom + ".png")).setFullPage(true)
        .setClip(0, 0, page.viewportSize().width, hauteur));
  }

  /** Gives a {@link Navigation} to the test methods that ask for one. */
  static final class Fournisseur implements ParameterResolver, BeforeAllCallback, AfterEachCallback {
    private static final ExtensionContext.Namespace ESPACE = ExtensionContext.Namespace.create(Fournisseur.class);

    @Override
    public void beforeAll(ExtensionContext contexte) {
      Assumptions.assumeTrue(Chromium.installe().isPresent(), "Chromium n'est pas installé : les parcours dans un navigateur ne sont pas joués");
      SpringExtension.getApplicationContext(contexte).getBean(fr.jalon.personnages.Ardeche.class).semer();
    }

    @Override
    public boolean supportsParameter(ParameterContext parametre, ExtensionContext contexte) {
      return parametre.getParameter().getType() == Navigation.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parametre, ExtensionContext contexte) {
      var application = SpringExtension.getApplicationContext(contexte);
      Navigation navigation = new Navigation(application.getBean(Comptoir.class), "http://localhost:" + application.getEnvironment().getProperty("local.server.port"));
      contexte.getStore(ESPACE).put("navigation", navigation);
      return navigation;
    }

    @Override
    public void afterEach(ExtensionContext contexte) {
      Navigation navigation = contexte.getStore(ESPACE).remove("navigation", Navigation.class);
      if (navigation != null) {
        navigation.contexte.close();
      }
    }
  }
}
