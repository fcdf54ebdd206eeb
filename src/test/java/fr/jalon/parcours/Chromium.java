package fr.jalon.parcours;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium of the machine, started once for all the stories. Its shell without a screen is taken first where there is one: the same engine
 * without the windows, which ask as much of the processor as the pages.
 */
public final class Chromium {
  private static Browser navigateur;

  private Chromium() {}

  /** The program: the one that the environment names ({@code CHROMIUM}), or the first of those that systems install. */
  private static Optional<Path> installe() {
    return Stream.of(System.getenv().getOrDefault("CHROMIUM", ""), "/usr/bin/chromium-headless-shell", "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable").filter(c -> !c.isEmpty()).map(Path::of).filter(Files::isExecutable).findFirst();
  }

  /** Skips the test, and says why, where no Chromium is installed; fails in continuous integration ({@code CI=true}), which must play every story. */
  public static void exiger() {
    String absent = "Chromium n'est pas installé : les parcours dans un navigateur ne sont pas joués";
    if ("true".equals(System.getenv("CI"))) {
      Assertions.assertTrue(installe().isPresent(), absent);
    }
    Assumptions.assumeTrue(installe().isPresent(), absent);
  }

  /** Running, started at the first call. */
  public static synchronized Browser navigateur() {
    if (navigateur == null) {
      Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      navigateur = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(installe().orElseThrow()).setHeadless(true)
          .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")));
      // a busy machine is slow, not wrong: what is expected comes at once when it comes
      PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }
    return navigateur;
  }
}
