package fr.jalon.diagnostic.domaine;

import fr.jalon.parametres.Confiance;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/**
 * Reads the sets of rules from their data, and what a Département refines: the weight of an answer, a rule changed (same code) or added
 * (tried before the others).
 */
public final class LectureDuReferentiel {
  private LectureDuReferentiel() {}

  /**
   * @param national    text of {@code diagnostic/referentiel.yaml}
   * @param departement text of {@code departements/NN/diagnostic.yaml}, or {@code null}
   * @return the sets, oldest first
   * @throws IllegalStateException with a French sentence when the data does not hold together
   */
  public static List<Referentiel> lire(String national, String departement) {
    Map<String, Object> racine = new Yaml().load(national);
    Map<String, Object> propre = departement == null ? Map.of() : new Yaml().load(departement);
    return cartes(racine, "referentiels").stream().map(r -> referentiel(r, propre)).sorted(Comparator.comparing(Referentiel::depuis)).toList();
  }

  private static Referentiel referentiel(Map<String, Object> r, Map<String, Object> propre) {
    String source = texte(r, "source");
    List<Critere> criteres = cartes(r, "criteres").stream().map(c -> critere(c, carte(carte(propre, "poids"), texte(c, "code")))).toList();
    List<Question> questions = cartes(r, "questions").stream().map(LectureDuReferentiel::question).toList();
    Map<String, Map<String, Object>> nationales = new LinkedHashMap<>();
    cartes(r, "regles").forEach(x -> nationales.put(texte(x, "code"), x));
    List<Regle> regles = new ArrayList<>();
    for (Map<String, Object> x : cartes(propre, "regles")) {
      if (nationales.containsKey(texte(x, "code"))) {
        Map<String, Object> melange = new LinkedHashMap<>(nationales.get(texte(x, "code")));
        melange.putAll(x);
        nationales.put(texte(x, "code"), melange);
      } else {
        regles.add(regle(x, source));
      }
    }
    nationales.values().forEach(x -> regles.add(regle(x, source)));
    return new Referentiel(jour(r.get("a_partir_du")), source, criteres,
        cartes(r, "preremplissage").stream().map(LectureDuReferentiel::preremplissage).toList(), questions, List.copyOf(regles));
  }

  private static Critere critere(Map<String, Object> c, Map<String, Object> poidsPropres) {
    Map<String, String> reponses = new LinkedHashMap<>();
    carte(c, "reponses").forEach((code, libelle) -> reponses.put(code, String.valueOf(libelle)));
    Map<String, Object> tous = new LinkedHashMap<>(carte(c, "poids"));
    tous.putAll(poidsPropres);
    Map<String, Poids> poids = new LinkedHashMap<>();
    tous.forEach((reponse, p) -> {
      if (!reponses.containsKey(reponse)) {
        throw new IllegalStateException("Le critère %s n'a pas de réponse %s.".formatted(c.get("code"), reponse));
      }
      poids.put(reponse, Poids.valueOf(String.valueOf(p)));
    });
    return new Critere(texte(c, "code"), texte(c, "groupe"), texte(c, "libelle"), String.valueOf(c.getOrDefault("nom", c.get("libelle"))),
        Boolean.TRUE.equals(c.get("facultatif")), java.util.Collections.unmodifiableMap(reponses), Map.copyOf(poids),
        valeurs(c.get("vulnerabilite")));
  }

  private static Referentiel.Preremplissage preremplissage(Map<String, Object> x) {
    Map<String, Set<String>> si = new LinkedHashMap<>();
    carte(x, "si").forEach((fait, v) -> si.put(fait, valeurs(v)));
    Map<String, String> reponses = new LinkedHashMap<>();
    carte(x, "reponses").forEach((critere, reponse) -> reponses.put(critere, String.valueOf(reponse)));
    return new Referentiel.Preremplissage(si, reponses);
  }

  private static Question question(Map<String, Object> q) {
    return new Question(texte(q, "code"), texte(q, "libelle"), cartes(q, "cas").stream().map(x -> {
      Map<Poids, Integer> freins = new EnumMap<>(Poids.class);
      carte(x, "freins").forEach((p, n) -> freins.put(Poids.valueOf(p), (Integer) n));
      return new Question.Cas(texte(x, "valeur"), texte(x, "phrase"), conditions(x), freins);
    }).toList());
  }

  private static Regle regle(Map<String, Object> x, String source) {
    return new Regle(texte(x, "code"), texte(x, "libelle"), Parcours.valueOf(texte(x, "parcours")), conditions(x), texte(x, "parce_que"),
        String.valueOf(x.getOrDefault("source", source)), Confiance.valueOf(String.valueOf(x.getOrDefault("confiance", "L"))));
  }

  private static Map<String, Set<String>> conditions(Map<String, Object> x) {
    Map<String, Set<String>> quand = new LinkedHashMap<>();
    carte(x, "quand").forEach((cle, v) -> quand.put(cle, valeurs(v)));
    return quand;
  }

  private static Set<String> valeurs(Object liste) {
    Set<String> valeurs = new LinkedHashSet<>();
    if (liste instanceof List<?> l) {
      l.forEach(v -> valeurs.add(String.valueOf(v)));
    }
    return valeurs;
  }

  private static LocalDate jour(Object valeur) {
    return valeur instanceof Date d ? d.toInstant().atZone(ZoneOffset.UTC).toLocalDate() : LocalDate.parse(String.valueOf(valeur));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> carte(Map<String, Object> x, String cle) {
    return x.get(cle) instanceof Map<?, ?> m ? (Map<String, Object>) m : Map.of();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> cartes(Map<String, Object> x, String cle) {
    return x.get(cle) instanceof List<?> l ? (List<Map<String, Object>>) l : List.of();
  }

  private static String texte(Map<String, Object> x, String cle) {
    Object v = x.get(cle);
    if (v == null) {
      throw new IllegalStateException("Il manque « %s » dans le référentiel du diagnostic : %s.".formatted(cle, x.keySet()));
    }
    return String.valueOf(v);
  }
}
