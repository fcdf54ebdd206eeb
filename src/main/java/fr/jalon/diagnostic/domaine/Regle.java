package fr.jalon.diagnostic.domaine;

import fr.jalon.parametres.Confiance;
import java.util.Map;
import java.util.Set;

/**
 * A named rule: when its conditions hold, this pathway, for this reason.
 *
 * @param quand     values wanted, by question or by criterion; all must hold
 * @param parceQue  reason; {@code {activite}} stands for the clause of that question
 * @param source    text or decision it rests on
 * @param confiance how far it may be relied on
 */
public record Regle(String code, String libelle, Parcours parcours, Map<String, Set<String>> quand, String parceQue, String source,
    Confiance confiance) {

  boolean vraie(Map<String, String> valeurs, Reponses reponses) {
    return quand.entrySet().stream().allMatch(e -> {
      String valeur = valeurs.containsKey(e.getKey()) ? valeurs.get(e.getKey()) : reponses.a(e.getKey());
      return valeur != null && e.getValue().contains(valeur);
    });
  }
}
