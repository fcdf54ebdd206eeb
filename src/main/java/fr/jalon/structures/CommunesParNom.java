package fr.jalon.structures;

import fr.jalon.socle.CleDeRecherche;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The INSEE code of a commune written by its name and post code. A name that several communes bear needs its post code. Not for several threads while
 * it is filled.
 */
public final class CommunesParNom {
  private static final Pattern ARTICLE_A_LA_FIN = Pattern.compile("^(.+) (le|la|les|l)$");
  private static final Pattern ARTICLE = Pattern.compile("^(le|la|les|l) (?=.)");

  private record Connue(String code, String codePostal, boolean duDepartement) {
    /** True for a post code of its series: that of its INSEE code, or of its main post code, as in Corsica, where 2A and 2B share one. */
    boolean peutAvoir(String autre) {
      return autre.startsWith(code.substring(0, 2)) || codePostal != null && autre.startsWith(codePostal.substring(0, 2));
    }
  }

  private final Map<String, List<Connue>> parNom = new HashMap<>();
  /** By main post code: the names without their article. */
  private final Map<String, Map<String, String>> parCodePostal = new HashMap<>();
  private final Set<String> codes = new HashSet<>();

  /** Adds a commune; {@code codePostal} is its main one, or {@code null}. */
  public void ajouter(String code, String nom, String codePostal, boolean duDepartement) {
    codes.add(code);
    parNom.computeIfAbsent(nom(nom), _ -> new ArrayList<>()).add(new Connue(code, codePostal, duDepartement));
    if (codePostal != null) {
      parCodePostal.computeIfAbsent(codePostal, _ -> new HashMap<>()).put(code, sansArticle(nom(nom)));
    }
  }

  /** True when this INSEE code is one of them. */
  public boolean connait(String code) {
    return codes.contains(code);
  }

  /**
   * @param codePostal five digits, or {@code null}
   * @param nom        as written, or {@code null}
   * @return INSEE code, or {@code null} when the commune is not recognised
   */
  public String code(String codePostal, String nom) {
    if (nom == null) {
      return null;
    }
    List<Connue> possibles = parNom.getOrDefault(nom(nom), List.of());
    List<Connue> memeCode = possibles.stream().filter(c -> codePostal != null && codePostal.equals(c.codePostal)).toList();
    if (memeCode.size() == 1) {
      return memeCode.getFirst().code;
    }
    // a commune has several post codes, and only its main one is known
    List<Connue> ici = possibles.stream().filter(c -> c.duDepartement && (codePostal == null || c.peutAvoir(codePostal))).toList();
    if (!possibles.isEmpty() || codePostal == null) {
      return ici.size() == 1 ? ici.getFirst().code : null;
    }
    return abregee(codePostal, nom(nom));
  }

  /**
   * The only commune of a post code whose name, without its article, is or begins so: « TEIL », « TOURNON ». An article may be glued: « L'ARGENTIÈRE
   * », Largentière.
   */
  private String abregee(String codePostal, String nom) {
    Map<String, String> duCodePostal = parCodePostal.getOrDefault(codePostal, Map.of());
    List<String> ecritures = Stream.of(sansArticle(nom), nom.startsWith("l ") ? "l" + nom.substring(2) : nom)
        .filter(e -> !e.isEmpty()).distinct().toList();
    List<String> entieres = duCodePostal.entrySet().stream().filter(c -> ecritures.contains(c.getValue())).map(Map.Entry::getKey).toList();
    List<String> codesTrouves = !entieres.isEmpty() ? entieres
        : duCodePostal.entrySet().stream().filter(c -> ecritures.stream().anyMatch(e -> c.getValue().startsWith(e + ' ')))
        .map(Map.Entry::getKey).toList();
    return codesTrouves.size() == 1 ? codesTrouves.getFirst() : null;
  }

  private static String sansArticle(String nom) {
    return ARTICLE.matcher(nom).replaceFirst("");
  }

  /** « Teil (Le) », « AUBENAS CEDEX », « St-Étienne », « TOURNON S/ RHONE », « S/S »: one writing for each commune. */
  private static String nom(String texte) {
    String net = (' ' + CleDeRecherche.de(texte).replaceAll("\\bcedex\\b.*", "") + ' ').replace(" st ", " saint ").replace(" ste ", " sainte ")
        .replace(" s s ", " sous ").replace(" s ", " sur ").strip();
    return ARTICLE_A_LA_FIN.matcher(net).replaceFirst("$2 $1");
  }
}
