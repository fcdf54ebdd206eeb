package fr.jalon.parcours;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/**
 * axe on the page that is open, for what it has not seen yet. {@code examen.js} reads the shapes of the page: its elements with all their ancestors,
 * classes, attributes and states, without words nor numbers. A page all of whose shapes were found good at this width breaks no rule that axe
 * knows; of the lines of a list that are alike, two are enough. What is new, a message, an open menu, a state of a badge, is always looked at,
 * with the page around it. {@code -Djalon.axe=tout} looks at everything each time.
 *
 * <p>The axe is the one of {@code src/test/resources/axe.min.js}. A newer one: {@code npm pack axe-core}, its {@code axe.min.js} there, its
 * number below.
 */
final class Axe {
  private static final String VERSION = "4.14.1";
  private static final boolean TOUT = "tout".equals(System.getProperty("jalon.axe"));
  private static final String AXE = lire("axe.min.js");
  private static final String EXAMEN = lire("parcours/examen.js");
  /** Found good in this JVM: width and shape. */
  private static final Set<String> VUES = new HashSet<>();

  private Axe() {}

  /** What is wrong (WCAG 2.1 A and AA, good practices included): the rule, in English, and a few places. Empty when nothing is. */
  static List<String> defauts(Page page) {
    page.evaluate(EXAMEN);
    int largeur = page.viewportSize().width;
    List<String> formes = textes(page.evaluate("() => examen.formes()")).stream().map(f -> largeur + " " + f).toList();
    if (!TOUT && VUES.containsAll(formes)) {
      return List.of();
    }
    if (!VERSION.equals(page.evaluate("() => window.axe?.version"))) {
      page.evaluate(AXE);
    }
    if (!VERSION.equals(page.evaluate("() => axe.version"))) {
      throw new AssertionError("axe " + page.evaluate("() => axe.version") + " au lieu de " + VERSION);
    }
    List<String> defauts = textes(page.evaluate("tout => examen.defauts(tout)", TOUT));
    if (defauts.isEmpty()) {
      VUES.addAll(formes);
    }
    return defauts;
  }

  private static List<String> textes(Object liste) {
    return ((List<?>) liste).stream().map(String.class::cast).toList();
  }

  private static String lire(String ressource) {
    try {
      return new ClassPathResource(ressource).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
