package fr.jalon.maison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Département is data: nothing in Java, in a page, in SQL or in the launcher decides by its code. */
class DepartementsEnDonneesTest {
  private static final String CODE = "(?:0[1-9]|[1-8]\\d|9[0-5]|2[AB]|97[1-6])";
  /** {@code "07"}, {@code '07'}, {@code ''07''} of a SQL text. */
  private static final String ECRIT = "(?:\"" + CODE + "\"|'{1,2}" + CODE + "'{1,2})";
  private static final List<Pattern> FORMES = List.of(
      // "07".equals(code)
      Pattern.compile(ECRIT + "\\s*\\.\\s*(?:equals|equalsIgnoreCase|contentEquals|compareTo|matches)\\("),
      // code.equals("07"), Objects.equals(code, "07"), code.startsWith("07"), codes.contains("07")
      Pattern.compile("\\b(?:equals|equalsIgnoreCase|contentEquals|startsWith|endsWith|contains|matches|is|isEqual)\\((?:[^()\"';]|\\(\\))*" + ECRIT),
      Pattern.compile("[=!]=\\s*" + ECRIT + "|" + ECRIT + "\\s*[=!]="),
      // case "06", "07" ->
      Pattern.compile("\\bcase\\s[^:>]*?" + ECRIT),
      // Set.of("07", …), Map.entry("07", …)
      Pattern.compile("\\b(?:Set|List|Map|Stream|Arrays|EnumMap)\\.(?:of|entry|ofEntries|asList)\\(\\s*(?:[^()\"';]*,\\s*)?" + ECRIT),
      Pattern.compile("(?i)\\bdepartement\\w*(?:\\(\\))?\\s*(?:==|!=|<>)\\s*\\d"),
      // SQL: code = '07', code in ('07', …), like '07%', any('{07,26}')
      Pattern.compile("(?i)(?:<>|!=|(?<![:=])=)\\s*'{1,2}" + CODE + "'{1,2}"),
      Pattern.compile("(?i)\\bin\\s*\\(\\s*'{1,2}" + CODE + "'"),
      Pattern.compile("(?i)\\blike\\s*'{1,2}" + CODE + "[%_]"),
      Pattern.compile("(?i)\\bany\\s*\\(\\s*(?:array\\[\\s*'|'\\{\\s*\"?)" + CODE + "\\b"),
      Pattern.compile("(?i)\\bwhen\\s*'{1,2}" + CODE + "'"));
  /** What looks like the code of a Département and is none, with why: where it is, and the line as far as it must be known. */
  private static final Map<String, String> AUTRES = Map.of(
      "PanneDeLaBase.java", "classe.startsWith(\"08\")", // a class of SQLSTATE
      "Champs.java", "!e.getKey().startsWith(\"20\") && !e.getKey().startsWith(\"19\")", // the century of a month
      "BlocAdresse.java", "rang.equals(\"01\")", // the rank of an address in a file of the CAF
      "Indus.java", "List.of(\"40\""); // reasons of the CAF

  @ParameterizedTest
  @ValueSource(strings = {"if (\"07\".equals(code)) {", "if (code.equals(\"974\")) {", "Objects.equals(departement.code(), \"2A\")",
      "switch (code) { case \"06\", \"07\" -> 3;",
      "case \"01\" -> 3;", "Set.of(\"07\", \"26\").contains(code)", "private static final List<String> OUTRE_MER = List.of(\"971\", \"972\");",
          "Map.of(\"57\", true)",
      "@if(page.departement().equals(\"07\"))", "@if(\"07\".equals(departement))", "@if(departement == \"07\")", "departement == 7",
      "where d.code = '07'", "code in ('57', '67')",
      "commune like '2A%'", "code = any('{07,26}')", "case d.code when '07' then 1", "insee.startsWith(\"2A\")", "where departement <> '974'",
      "code = any(array['07'])",
      "Map.entry(\"974\", RESERVE)", "execute 'select where code = ''07'''"})
  void un_si_sur_un_departement_se_voit_sous_toutes_ses_formes(String ligne) {
    assertThat(fautes("Essai.java", ligne)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lancement.definir(\"jalon.departement\", code)", "private static final String PAR_DEFAUT = \"07\";",
      "@Schema(example = \"12\")", "where etat = 'OUVERTE'",
      "maxlength=\"80\"", "refus.put(\"404\", \"Rien\")", "valeur.replace(\"2A\", \"19\")", "String.format(\"%02d\", n)", "numero = \"01\"",
          "if (a.equals(b)) return \"30\";"})
  void ce_qui_n_en_est_pas_un_passe(String ligne) {
    assertThat(fautes("Essai.java", ligne)).isEmpty();
  }

  @Test
  void rien_ne_decide_sur_le_code_d_un_departement() throws IOException {
    List<String> fautes = new ArrayList<>();
    try (Stream<Path> fichiers = Files.walk(Path.of("src/main"))) {
      for (Path f : fichiers.filter(f -> f.toString().matches(".*\\.(java|jte|sql|js)")).toList()) {
        fautes.addAll(fautes(f.getFileName().toString(), Files.readString(f)));
      }
    }
    fautes.addAll(fautes("jalon", Files.readString(Path.of("jalon"))));
    assertThat(fautes).isEmpty();
  }

  private static List<String> fautes(String fichier, String texte) {
    List<String> fautes = new ArrayList<>();
    for (String ligne : texte.split("\\R")) {
      String sansLesAutres = ligne.replace(AUTRES.getOrDefault(fichier, "\0"), "");
      if (FORMES.stream().map(f -> f.matcher(sansLesAutres)).anyMatch(Matcher::find)) {
        fautes.add(fichier + " : " + ligne.strip());
      }
    }
    return fautes;
  }
}
