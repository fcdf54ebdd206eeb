package fr.jalon.carnet.domaine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads {@code carnet/themes.yaml}, and what a Département changes of it: readers, words, themes of its own. */
public final class LectureDesThemes {
  private LectureDesThemes() {}

  /**
   * The themes, in the order of the file; those of the Département's own come last.
   *
   * @param commun text of the common file; @param propre of the Département's, {@code null} when it has none
   * @throws IllegalArgumentException when a theme says no reader, or one that is no kind of actor
   */
  public static List<Theme> lire(String commun, String propre) {
    Map<String, Map<String, Object>> parCode = new LinkedHashMap<>();
    blocs(commun).forEach(t -> parCode.put(texte(t, "code"), t));
    (propre == null ? List.<Map<String, Object>>of() : blocs(propre)).forEach(t -> parCode.merge(texte(t, "code"), t, (avant, change) -> {
      Map<String, Object> tous = new LinkedHashMap<>(avant);
      tous.putAll(change);
      return tous;
    }));
    List<Theme> themes = new ArrayList<>();
    parCode.values().forEach(t -> themes.add(new Theme(texte(t, "code"), texte(t, "libelle"), ((List<?>) exige(t, "lecteurs")).stream()
        .map(s -> Sorte.valueOf(String.valueOf(s))).collect(Collectors.toSet()), Boolean.TRUE.equals(t.get("sante")), (String) t.get("rappel"))));
    themes.stream().filter(t -> t.lecteurs().isEmpty()).findFirst().ifPresent(t -> {
      throw new IllegalArgumentException("Thèmes du carnet : personne ne lit %s.".formatted(t.code()));
    });
    return List.copyOf(themes);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> blocs(String texte) {
    return (List<Map<String, Object>>) ((Map<String, Object>) new Yaml(new SafeConstructor(new LoaderOptions())).load(texte)).get("themes");
  }

  private static Object exige(Map<String, Object> theme, String nom) {
    if (theme.get(nom) == null) {
      throw new IllegalArgumentException("Thèmes du carnet : « %s » manque dans %s.".formatted(nom, theme));
    }
    return theme.get(nom);
  }

  private static String texte(Map<String, Object> theme, String nom) {
    return String.valueOf(exige(theme, nom));
  }
}
