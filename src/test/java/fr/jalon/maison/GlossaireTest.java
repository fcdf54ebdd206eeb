package fr.jalon.maison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word, one meaning, found at once: the glossary is in order, names nothing twice, and what it names in the code is there. */
class GlossaireTest {
  private static final Collator FRANCAIS = Collator.getInstance(Locale.FRENCH);

  private static final Pattern DECLARATION = Pattern.compile("\\b(?:class|record|enum|interface) (\\w+)");
  private static final Pattern NOMMEE = Pattern.compile("`(?:[a-z.]+\\.)?([A-Z][a-z]\\w*)`");

  private record Mot(String mot, String dansLeCode) {}

  @Test
  void les_mots_sont_dans_l_ordre_et_chacun_une_fois() throws IOException {
    List<String> mots = mots().map(Mot::mot).toList();
    assertThat(mots).hasSizeGreaterThan(150).isSortedAccordingTo(FRANCAIS).doesNotHaveDuplicates();
  }

  @Test
  void les_classes_nommees_existent() throws IOException {
    Set<String> declarees;
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      declarees = sources.filter(p -> p.toString().endsWith(".java")).map(GlossaireTest::lire)
          .flatMap(s -> DECLARATION.matcher(s).results().map(r -> r.group(1))).collect(Collectors.toSet());
    }
    assertThat(declarees).hasSizeGreaterThan(500).contains("RefusMetier", "EtatEntretien");
    List<String> absentes = mots().flatMap(m -> NOMMEE.matcher(m.dansLeCode()).results().map(r -> r.group(1))).distinct()
        .filter(c -> !declarees.contains(c)).toList();
    assertThat(absentes).isEmpty();
  }

  private static Stream<Mot> mots() throws IOException {
    return Files.readAllLines(Path.of("docs/glossaire.md")).stream().filter(l -> l.startsWith("| ") && !l.startsWith("| mot "))
        .map(l -> l.split("\\|"))
        .map(c -> new Mot(c[1].strip(), c.length > 3 ? c[3] : ""));
  }

  private static String lire(Path p) {
    try {
      return Files.readString(p);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
