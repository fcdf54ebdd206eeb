package fr.jalon.maison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a person reads in a letter is in the models of letters, where it is read again and changed, not in the Java that asks for the letter. */
class PhrasesDansLesModelesTest {
  private static final Pattern A_LA_PERSONNE = Pattern.compile("\"[^\"]*\\b(?:vous|votre|vos|nous|notre|nos)\\b[^\"]*\"",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  @Test
  void qui_demande_un_courrier_n_ecrit_aucune_phrase_a_la_personne() throws IOException {
    List<String> phrases = new ArrayList<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path p : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
        String texte = Files.readString(p);
        if (texte.contains("import fr.jalon.courriers.Demande;")) {
          texte.lines().filter(l -> A_LA_PERSONNE.matcher(l).find()).map(l -> p.getFileName() + " : " + l.strip()).forEach(phrases::add);
        }
      }
    }
    assertThat(phrases).isEmpty();
  }
}
