package fr.jalon.maison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A "no" that no test hears may never be said: each code of refusal is in a test. */
class RefusEssayesTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path ESSAIS = Path.of("src/test/java");
  private static final Pattern QUI_REFUSE = Pattern.compile("RefusMetier\\(|exiger\\(|refuserSi\\(");
  /** A code is the first of two texts, or alone before an expression that makes the sentence. */
  private static final Pattern CODE = Pattern.compile("(?:new\\s+RefusMetier\\(\\s*|,\\s*)\"([A-Z][A-Z0-9_]{2,})\"\\s*,");
  private static final Pattern CONSTANTE = Pattern.compile("static final String (\\w+) = \"([A-Z][A-Z0-9_]{2,})\";");

  @Test
  void chaque_code_de_refus_est_dans_un_test() throws IOException {
    String essais = String.join("\n", textes(ESSAIS).values());
    Set<String> connus = codes();
    assertThat(connus).hasSizeGreaterThan(200);
    assertThat(connus.stream().filter(c -> !essais.contains("\"" + c + "\"")))
        .as("codes de refus sans test : l'écrire, avec une phrase sur une personne").isEmpty();
  }

  /** A test that can be skipped proves nothing where it is: each is known, with what it waits for. */
  @Test
  void les_tests_qui_peuvent_etre_sautes_sont_connus() throws IOException {
    Map<String, String> sautes = Map.of("Chromium.java", "un navigateur (exigé quand CI=true)", "RapprochementTest.java",
        "le fichier d'exemple, qui n'est pas à nous",
        "FormatDesFichiersTest.java", "le schéma des fichiers, qui n'est pas à nous", "VitesseDuTableauDeBordTest.java", "une mesure, à la demande");
    Pattern saute = Pattern.compile("Assumptions\\.assume|@Disabled|@EnabledIf|@DisabledIf|@EnabledOn|@DisabledOn");
    assertThat(textes(ESSAIS).entrySet().stream().filter(e -> saute.matcher(e.getValue()).find()).map(e -> e.getKey().getFileName().toString())
        .filter(f -> !f.equals("RefusEssayesTest.java"))).containsExactlyInAnyOrderElementsOf(sautes.keySet());
  }

  private static Set<String> codes() throws IOException {
    Set<String> codes = new TreeSet<>();
    textes(SOURCES).values().forEach(texte -> Stream.of(sansConstantes(texte).split(";\\s*\n")).filter(phrase -> QUI_REFUSE.matcher(phrase).find())
        .forEach(phrase -> CODE.matcher(phrase).results().forEach(r -> codes.add(r.group(1)))));
    return codes;
  }

  /** A code said by its name in the class. */
  private static String sansConstantes(String texte) {
    String dits = texte;
    for (MatchResult c : CONSTANTE.matcher(texte).results().toList()) {
      dits = dits.replaceAll("([(,]\\s*)" + c.group(1) + ",", "$1\"" + c.group(2) + "\",");
    }
    return dits;
  }

  private static Map<Path, String> textes(Path racine) throws IOException {
    Map<Path, String> textes = new TreeMap<>();
    try (Stream<Path> fichiers = Files.walk(racine)) {
      for (Path f : fichiers.filter(p -> p.toString().endsWith(".java")).toList()) {
        textes.put(f, Files.readString(f));
      }
    }
    return textes;
  }
}
