package fr.jalon.papiers.domaine;

import fr.jalon.papiers.domaine.GenreDePapier.Validite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads {@code papiers/genres.yaml}, and what a Département changes of it: copies, months, words, kinds of its own. */
public final class LectureDesGenres {
  private static final String MOIS = "(\\d{1,3}) mois";

  private LectureDesGenres() {}

  /**
   * The kinds, in the order of the file; those of the Département's own come last.
   *
   * @param commun text of the common file; @param propre of the Département's, {@code null} when it has none
   * @throws IllegalArgumentException when a kind lacks something, or says a validity that cannot be read
   */
  public static List<GenreDePapier> lire(String commun, String propre) {
    Map<String, Map<String, Object>> parCode = new LinkedHashMap<>();
    blocs(commun).forEach(g -> parCode.put(texte(g, "code"), g));
    (propre == null ? List.<Map<String, Object>>of() : blocs(propre)).forEach(g -> parCode.merge(texte(g, "code"), g, (avant, change) -> {
      Map<String, Object> tous = new LinkedHashMap<>(avant);
      tous.putAll(change);
      return tous;
    }));
    return parCode.values().stream().map(LectureDesGenres::genre).toList();
  }

  private static GenreDePapier genre(Map<String, Object> g) {
    String dite = texte(g, "validite");
    Validite validite = dite.equals("ecrite") ? Validite.ECRITE : dite.equals("aucune") ? Validite.SANS_FIN : Validite.DUREE;
    return new GenreDePapier(texte(g, "code"), texte(g, "libelle"), validite, validite == Validite.DUREE ? mois(g, dite) : 0,
        Boolean.TRUE.equals(g.get("copie")), Boolean.TRUE.equals(g.get("reservee")), mois(g, texte(g, "copie_gardee")),
        Boolean.TRUE.equals(g.get("plusieurs")), (String) g.get("piece"), texte(g, "confiance"), texte(g, "source"));
  }

  private static int mois(Map<String, Object> genre, String texte) {
    if (!texte.matches(MOIS)) {
      throw new IllegalArgumentException("Genres de papier : « %s » n'est pas un nombre de mois, dans %s.".formatted(texte, genre));
    }
    return Integer.parseInt(texte.replaceAll(MOIS, "$1"));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> blocs(String texte) {
    return (List<Map<String, Object>>) ((Map<String, Object>) new Yaml(new SafeConstructor(new LoaderOptions())).load(texte)).get("genres");
  }

  private static String texte(Map<String, Object> genre, String nom) {
    if (genre.get(nom) == null) {
      throw new IllegalArgumentException("Genres de papier : « %s » manque dans %s.".formatted(nom, genre));
    }
    return String.valueOf(genre.get(nom));
  }
}
