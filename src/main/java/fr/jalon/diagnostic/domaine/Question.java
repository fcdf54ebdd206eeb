package fr.jalon.diagnostic.domaine;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One of the questions asked in the published order. Its value is that of its first case that holds.
 *
 * @param cas the last one has no condition
 */
public record Question(String code, String libelle, List<Cas> cas) {

  /**
   * One possible value.
   *
   * @param phrase a clause about the person ("elle se projette dans un emploi"); {@code {noms}} stands for the difficulties that weigh
   * @param quand  answers wanted, by criterion
   * @param freins number of difficulties of each weight wanted, at least
   */
  public record Cas(String valeur, String phrase, Map<String, Set<String>> quand, Map<Poids, Integer> freins) {
    /** True when it needs nothing. */
    boolean sansCondition() {
      return quand.isEmpty() && freins.isEmpty();
    }

    boolean vrai(Reponses reponses, Map<Poids, List<String>> difficultes) {
      return quand.entrySet().stream().allMatch(e -> e.getValue().contains(reponses.a(e.getKey())))
          && freins.entrySet().stream().allMatch(e -> difficultes.getOrDefault(e.getKey(), List.of()).size() >= e.getValue());
    }

    /** Its clause, the difficulties of the weight it counts named. */
    String phraseAvec(Map<Poids, List<String>> difficultes) {
      List<String> noms = freins.keySet().stream().findFirst().map(p -> difficultes.getOrDefault(p, List.of())).orElse(List.of());
      return phrase.replace("{noms}", enumerer(noms));
    }
  }

  Cas valeur(Reponses reponses, Map<Poids, List<String>> difficultes) {
    return cas.stream().filter(c -> c.vrai(reponses, difficultes)).findFirst().orElseThrow();
  }

  /** The values it may take, each once. */
  public Set<String> valeurs() {
    return cas.stream().map(Cas::valeur).collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new));
  }

  private static String enumerer(List<String> noms) {
    if (noms.size() < 2) {
      return String.join("", noms);
    }
    return String.join(", ", noms.subList(0, noms.size() - 1)) + " et " + noms.getLast();
  }
}
