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

/** The Chromium of the machine, started once for all the stories. */
final class Chromium {
  private static Browser navigateur;

  private Chromium() {}

  static Optional<Path> installe() {
    return Stream.of(System.getenv().getOrDefault("CHROMIUM", ""), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable").filter(c -> !c.isEmpty()).map(Path::of).filter(Files::isExecutable).findFirst();
  }

  static synchronized Browser navigateur() {
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
