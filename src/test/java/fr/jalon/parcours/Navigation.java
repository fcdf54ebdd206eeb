package fr.jalon.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Pattern JETON = Pattern.compile("name=\"_csrf\"(?: type=\"hidden\")? value=\"([^\"]+)\"");
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

  /** Logs in without a page: the cookies only. Whoever looks at what follows the form of login writes {@link #seConnecter}. */
  public Navigation connecter(Agent agent) {
    APIRequestContext http = contexte.request();
    Matcher jeton = JETON.matcher(http.get(racine + "/connexion").text());
    assertThat(jeton.find()).as("jeton de la page de connexion").isTrue();
    APIResponse entree = http.post(racine + "/connexion", RequestOptions.create().setMaxRedirects(0)
        .setForm(FormData.create().set("_csrf", jeton.group(1)).set("identifiant", agent.identifiant()).set("mot_de_passe", Comptoir.MOT_DE_PASSE)));
    assertThat(entree.status()).isEqualTo(302);
    assertThat(entree.headers().get("location")).as("connexion de " + agent.identifiant()).doesNotContain("/connexion");
    return this;
  }

  /** Logs in on the screen, and stays on the page where that leads. */
  public Navigation seConnecter(Agent agent) {
    ouvrir("/connexion");
    page.fill("#identifiant", agent.identifiant());
    page.fill("#mot_de_passe", Comptoir.MOT_DE_PASSE);
    page.click("main button[type=submit]");
    return this;
  }

  /** Logs in on the screen as a new agent of that role, limited to those territories and organisations. */
  public Navigation seConnecter(String role, List<Integer> territoires, List<Integer> organisations) {
    return seConnecter(comptoir.agent(role, territoires, organisations));
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

  /** A page left while its preview was being asked for: htmx says so on its way out, and says otherwise what was refused or did not answer. */
  private static final Pattern PARTIE_AVANT = Pattern.compile("^htmx:(?:sendAbort|afterRequest)\\b");

  /** Nothing wrong for {@link Axe}, nothing that overflows sideways, no error of script or of CSP. */
  public Navigation sansDefaut() {
    assertThat(Axe.defauts(page)).as("défauts pour axe").isEmpty();
    assertThat((List<?>) page.evaluate(QUI_DEPASSE)).as("ce qui dépasse en largeur").isEmpty();
    assertThat(erreurs.stream().filter(e -> !e.contains(STYLE_VIDE) && !PARTIE_AVANT.matcher(e).find())).as("erreurs du navigateur").isEmpty();
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
      Chromium.exiger();
      SpringExtension.getApplicationContext(contexte).getBean(fr.jalon.personnages.Ardeche.class).semer().oublierLesSuites();
    }

    @Override
    public boolean supportsParameter(ParameterContext parametre, ExtensionContext contexte) {
      return parametre.getParameter().getType() == Navigation.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parametre, ExtensionContext contexte) {
      var application = SpringExtension.getApplicationContext(contexte);
      Navigation navigation = new Navigation(application.getBean(Comptoir.class), "http://localhost:" + application.getEnvironment()
          .getProperty("local.server.port"));
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
