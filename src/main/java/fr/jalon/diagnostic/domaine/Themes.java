package fr.jalon.diagnostic.domaine;

import fr.jalon.diagnostic.domaine.Rubrique.Champ;
import fr.jalon.diagnostic.domaine.Rubrique.Genre;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;

/** A dated set of themes and of what else is asked in a global diagnostic. @param depuis first day it applies */
public record Themes(LocalDate depuis, List<Rubrique> rubriques) {
  private static final Map<String, String> NIVEAUX = dansLOrdre("SANS", "Sans impact", "MOYEN", "Moyen", "FORT", "Fort");

  /**
   * @param national    text of {@code diagnostic/themes.yaml}
   * @param departement text of {@code departements/NN/themes.yaml}, or {@code null}: situations, goals and actions it adds to a theme
   * @return the sets, oldest first
   */
  public static List<Themes> lire(String national, String departement) {
    Map<String, Object> propre = departement == null ? Map.of() : new Yaml().load(departement);
    Map<String, Object> ajouts = carte(propre, "ajouts");
    return cartes(new Yaml().load(national), "referentiels").stream().map(r -> {
      List<Rubrique> rubriques = new ArrayList<>();
      cartes(r, "themes").forEach(t -> rubriques.add(theme(t, carte(ajouts, texte(t, "code")))));
      for (String genre : List.of("rubriques", "bilans")) {
        cartes(r, genre).forEach(x -> rubriques.add(rubrique(x, genre.equals("bilans"))));
      }
      return new Themes(jour(r.get("a_partir_du")), List.copyOf(rubriques));
    }).sorted(Comparator.comparing(Themes::depuis)).toList();
  }

  private static Rubrique rubrique(Map<String, Object> x, boolean bilan) {
    return new Rubrique(texte(x, "code"), texte(x, "libelle"), false, Boolean.TRUE.equals(x.get("sante")), null, (String) x.get("rappel"), bilan,
        cartes(x, "champs").stream().map(c -> new Champ(texte(c, "code"), texte(c, "libelle"), Genre.valueOf(texte(c, "genre")),
            libelles(c, "choix", Map.of()), c.get("max") instanceof Integer max ? max : 0)).toList(), Map.of());
  }

  /** The themes that may weigh. */
  public List<Rubrique> themes() {
    return rubriques.stream().filter(Rubrique::theme).toList();
  }

  /** The part of this code, or empty. */
  public Optional<Rubrique> rubrique(String code) {
    return rubriques.stream().filter(r -> r.code().equals(code)).findFirst();
  }

  private static Rubrique theme(Map<String, Object> t, Map<String, Object> ajouts) {
    return new Rubrique(texte(t, "code"), texte(t, "libelle"), true, Boolean.TRUE.equals(t.get("sante")), (String) t.get("critere"),
        (String) t.get("rappel"), false, List.of(new Champ(Rubrique.NIVEAU, "Niveau", Genre.CHOIX, NIVEAUX, 0),
            new Champ("situations", "Situations", Genre.CASES, libelles(t, "situations", ajouts), 0),
            new Champ("dit", "Ce qu'elle en dit", Genre.TEXTE, Map.of(), 0),
            new Champ("objectif", "Objectif", Genre.CHOIX, libelles(t, "objectifs", ajouts), 0)), libelles(t, "actions", ajouts));
  }

  private static Map<String, String> libelles(Map<String, Object> x, String cle, Map<String, Object> ajouts) {
    Map<String, String> libelles = new LinkedHashMap<>();
    carte(x, cle).forEach((code, l) -> libelles.put(code, String.valueOf(l)));
    carte(ajouts, cle).forEach((code, l) -> libelles.put(code, String.valueOf(l)));
    return Collections.unmodifiableMap(libelles);
  }

  private static Map<String, String> dansLOrdre(String... paires) {
    Map<String, String> m = new LinkedHashMap<>();
    for (int i = 0; i < paires.length; i += 2) {
      m.put(paires[i], paires[i + 1]);
    }
    return Collections.unmodifiableMap(m);
  }

  private static LocalDate jour(Object valeur) {
    return valeur instanceof Date d ? d.toInstant().atZone(ZoneOffset.UTC).toLocalDate() : LocalDate.parse(String.valueOf(valeur));
  }

  private static String texte(Map<String, Object> x, String cle) {
    if (x.get(cle) == null) {
      throw new IllegalStateException("Il manque « %s » dans les thèmes du diagnostic global : %s.".formatted(cle, x.keySet()));
    }
    return String.valueOf(x.get(cle));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> carte(Map<String, Object> x, String cle) {
    return x.get(cle) instanceof Map<?, ?> m ? (Map<String, Object>) m : Map.of();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> cartes(Map<String, Object> x, String cle) {
    return x.get(cle) instanceof List<?> l ? (List<Map<String, Object>>) l : List.of();
  }
}
