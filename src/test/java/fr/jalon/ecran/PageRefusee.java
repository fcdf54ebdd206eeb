package fr.jalon.ecran;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A form that was refused, as whoever filled it reads it. Pages do not show codes: that this sentence is the one of this code is read in the sources.
 */
public final class PageRefusee {
  private static final List<String> REFUS = phrases();

  private PageRefusee() {}

  /** The page says this beside the field, which announces it. @param phrase of the sentence, a part that is written as such in the sources */
  public static void dit(HttpResponse<String> page, String code, String champ, String phrase) {
    assertThat(page.statusCode()).as(code).isEqualTo(422);
    Matcher faute = Pattern.compile("(?s)id=\"erreur-" + Pattern.quote(champ) + "\">(.*?)</div>").matcher(page.body());
    assertThat(faute.find()).as("%s est dit à côté de %s", code, champ).isTrue();
    assertThat(faute.group(1)).as(code).contains(phrase);
    assertThat(page.body()).as("le message du haut y mène").contains("href=\"#" + champ + "\"").contains("id=\"" + champ + "\"");
    connue(code, phrase);
  }

  /** The page that follows says this at its top. */
  public static void dit(HttpResponse<String> page, String code, String phrase) {
    Matcher alerte = Pattern.compile("(?s)<div class=\"alert alert-danger\"[^>]*>(.*?)</div>").matcher(page.body());
    assertThat(alerte.find()).as("%s est dit en haut de la page", code).isTrue();
    assertThat(alerte.group(1)).as(code).contains(phrase);
    connue(code, phrase);
  }

  /** This sentence is said with this code. */
  public static void connue(String code, String phrase) {
    assertThat(REFUS).as("« %s » n'est pas la phrase de %s", phrase, code).anyMatch(r -> r.contains("\"" + code + "\"") && r.contains(phrase));
  }

  private static List<String> phrases() {
    try (Stream<Path> fichiers = Files.walk(Path.of("src/main/java"))) {
      return fichiers.filter(f -> f.toString().endsWith(".java")).flatMap(f -> Stream.of(lire(f).split(";\\s*\n")))
          .filter(p -> p.contains("RefusMetier(") || p.contains("exiger(") || p.contains("super(\"")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lire(Path fichier) {
    try {
      return Files.readString(fichier);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
