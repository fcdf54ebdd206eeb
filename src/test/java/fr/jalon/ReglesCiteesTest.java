package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A rule names the test that shows it: a name that no test bears any more would be a promise nobody keeps. */
class ReglesCiteesTest {
  private static final Path REGLES = Path.of("docs/regles");
  private static final Path ESSAIS = Path.of("src/test/java/fr/jalon");
  private static final Pattern CLASSE = Pattern.compile("`(\\w+(?:Test|Parcours))(?![A-Za-z])(?:\\.([a-z0-9_]+)(…)?)?");

  @Test
  void chaque_essai_que_cite_une_page_de_regles_existe() throws IOException {
    List<Path> sources;
    try (Stream<Path> tous = Files.walk(ESSAIS)) {
      sources = tous.filter(p -> p.toString().endsWith(".java")).toList();
    }
    Set<String> noms = sources.stream().map(p -> p.getFileName().toString().replace(".java", "")).collect(Collectors.toSet());
    List<Path> pages;
    try (Stream<Path> toutes = Files.list(REGLES)) {
      pages = toutes.filter(p -> p.toString().endsWith(".md")).sorted().toList();
    }
    assertThat(pages).extracting(p -> p.getFileName().toString()).contains("allocataires.md", "echeances.md");
    for (Path page : pages) {
      CLASSE.matcher(Files.readString(page)).results().forEach(r -> {
        assertThat(noms).as(page + " cite " + r.group(1)).contains(r.group(1));
        if (r.group(2) != null) {
          Path source = sources.stream().filter(p -> p.getFileName().toString().equals(r.group(1) + ".java")).findFirst().orElseThrow();
          assertThat(lire(source)).as(page + " cite " + r.group()).containsPattern("void " + r.group(2) + (r.group(3) == null ? "\\(" : ""));
        }
      });
    }
  }

  private static String lire(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
