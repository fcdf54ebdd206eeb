package fr.jalon.structures;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.core.io.ClassPathResource;

/** One line of {@code communes/communes.csv}. Empty columns are {@code null}. */
record CommuneDeFrance(String code, String nom, String departement, String codePostal, Integer population, String epci) {

  static List<CommuneDeFrance> toutes() {
    return lire("communes/communes.csv", l -> new CommuneDeFrance(l.getField("code"), l.getField("nom"), l.getField("departement"),
        vide(l.getField("code_postal")), vide(l.getField("population")) == null ? null : Integer.valueOf(l.getField("population")),
        vide(l.getField("epci"))));
  }

  /** Known centres by INSEE code ({@code communes/centres.csv}); communes without one are absent. */
  static Map<String, Distances.Point> centres() {
    Map<String, Distances.Point> centres = new HashMap<>();
    lire("communes/centres.csv", l -> centres.put(l.getField("code"),
        new Distances.Point(Double.parseDouble(l.getField("latitude")), Double.parseDouble(l.getField("longitude")), true)));
    return centres;
  }

  /** Name of a Département with its article: {@code Haute-Marne}, {@code de la }. */
  record NomDeDepartement(String code, String nom, String de) {

    /** {@code de l'Ardèche}, {@code de la Haute-Marne}. */
    String complement() {
      return (de.endsWith("'") ? de : de + " ") + nom;
    }

    /** @throws IllegalStateException when the code is unknown */
    static NomDeDepartement de(String code) {
      return lire("communes/departements.csv", l -> new NomDeDepartement(l.getField("code"), l.getField("nom"), l.getField("de").strip())).stream()
          .filter(d -> d.code().equals(code)).findFirst()
          .orElseThrow(() -> new IllegalStateException(
              "« %s » n'est pas le code d'un Département. Corrigez JALON_DEPARTEMENT (exemples : 07, 2A, 974).".formatted(code)));
    }
  }

  private static String vide(String texte) {
    return texte.isBlank() ? null : texte;
  }

  private static <T> List<T> lire(String chemin, Function<NamedCsvRecord, T> ligne) {
    try (var lecteur = CsvReader.builder().fieldSeparator(';')
        .ofNamedCsvRecord(new InputStreamReader(new ClassPathResource(chemin).getInputStream(), StandardCharsets.UTF_8))) {
      return lecteur.stream().map(ligne).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
