package fr.jalon.diagnostic.domaine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Answers by criterion code; a criterion that is absent was not answered. */
public record Reponses(Map<String, String> parCritere) {
  /** No answer at all. */
  public static final Reponses AUCUNE = new Reponses(Map.of());

  /** Keeps its own copy, without empty answers. */
  public Reponses {
    Map<String, String> copie = new LinkedHashMap<>();
    parCritere.forEach((critere, reponse) -> {
      if (reponse != null && !reponse.isBlank()) {
        copie.put(critere, reponse);
      }
    });
    parCritere = java.util.Collections.unmodifiableMap(copie);
  }

  /** The answer, or {@code null}. */
  public String a(String critere) {
    return parCritere.get(critere);
  }

  /** The same with another answer to one criterion. */
  public Reponses avec(String critere, String reponse) {
    Map<String, String> copie = new LinkedHashMap<>(parCritere);
    copie.put(critere, reponse);
    return new Reponses(copie);
  }

  /** True when both answer this criterion alike. */
  public boolean pareilles(String critere, Reponses autres) {
    return Objects.equals(a(critere), autres.a(critere));
  }
}
