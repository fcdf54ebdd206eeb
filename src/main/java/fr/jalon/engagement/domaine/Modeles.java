package fr.jalon.engagement.domaine;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/**
 * What a contract proposes, in words that are easy to read: the person and her référent change all of it.
 *
 * @param projet       the objective of who has no métier in mind; @param projetChoisi of who has, with a {@code %s} for it
 * @param objectifs    by theme, the sentence of each goal of the diagnostic; {@code sans} when none was chosen
 * @param activites    by theme, the kind of activity of its actions
 */
public record Modeles(String projet, String projetChoisi, String engagementsPersonne, String engagementsReferent,
    Map<String, Map<String, String>> objectifs, Map<String, Proposition> activites) {
  private static final String SANS = "sans";

  /** The kind of activity of the actions of a theme. @param heures a week, as a start; @param actions kinds of those that have another */
  public record Proposition(String genre, BigDecimal heures, Map<String, String> actions) {
    /** The kind of this action. @param code of the action, may be {@code null} */
    public String genreDe(String code) {
      return code == null ? genre : actions.getOrDefault(code, genre);
    }
  }

  /** @param national text of {@code engagement/modeles.yaml}; @param propre of the Département, or {@code null}: what it says instead */
  public static Modeles lire(String national, String propre) {
    Map<String, Object> tout = new HashMap<>(new Yaml().<Map<String, Object>>load(national));
    if (propre != null) {
      Map<String, Object> siens = new Yaml().load(propre);
      siens.forEach((cle, valeur) -> tout.merge(cle, valeur, Modeles::fondre));
    }
    Map<String, Map<String, String>> objectifs = new HashMap<>();
    carte(tout.get("objectifs")).forEach((theme, phrases) -> {
      Map<String, String> lues = new HashMap<>();
      carte(phrases).forEach((code, phrase) -> lues.put(code, String.valueOf(phrase)));
      objectifs.put(theme, lues);
    });
    Map<String, Proposition> activites = new HashMap<>();
    carte(tout.get("activites")).forEach((theme, valeur) -> {
      Map<String, Object> a = carte(valeur);
      Map<String, String> actions = new HashMap<>();
      carte(a.get("actions")).forEach((code, genre) -> actions.put(code, String.valueOf(genre)));
      activites.put(theme, new Proposition((String) a.get("genre"), new BigDecimal(String.valueOf(a.get("heures"))), actions));
    });
    return new Modeles((String) tout.get("projet"), (String) tout.get("projet_choisi"), (String) tout.get("engagements_personne"),
        (String) tout.get("engagements_referent"), objectifs, activites);
  }

  /** The objective that answers a theme. @param objectif goal chosen in the diagnostic, may be {@code null}; @param libelle of the theme */
  public String objectif(String theme, String objectif, String libelle) {
    Map<String, String> phrases = objectifs.getOrDefault(theme, Map.of());
    String sans = phrases.getOrDefault(SANS, libelle);
    return objectif == null ? sans : phrases.getOrDefault(objectif, sans);
  }

  /** What is proposed for the actions of a theme. */
  public Proposition activite(String theme) {
    return activites.getOrDefault(theme, new Proposition("AUTRE", BigDecimal.ONE, Map.of()));
  }

  private static Object fondre(Object avant, Object apres) {
    if (avant instanceof Map<?, ?> && apres instanceof Map<?, ?>) {
      Map<String, Object> les = new HashMap<>(carte(avant));
      carte(apres).forEach((cle, valeur) -> les.merge(cle, valeur, Modeles::fondre));
      return les;
    }
    return apres;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> carte(Object valeur) {
    return valeur instanceof Map<?, ?> m ? (Map<String, Object>) m : Map.of();
  }
}
