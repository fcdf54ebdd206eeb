package fr.jalon.diagnostic.domaine;

import java.util.Map;
import java.util.Set;

/**
 * One national criterion and its answers.
 *
 * @param code           code exchanged with France Travail, e.g. {@code contrainte_sante}
 * @param groupe         heading under which it is asked
 * @param libelle        as asked
 * @param nom            as named inside a sentence, e.g. {@code la santé}
 * @param facultatif     true when the rules can do without it
 * @param reponses       label of each answer by code, in the order shown
 * @param poids          weight of each answer when the criterion is a difficulty, else empty
 * @param vulnerabilites answers which allow a review at the longer term (D. 262-65-2-1 CASF)
 */
public record Critere(String code, String groupe, String libelle, String nom, boolean facultatif, Map<String, String> reponses,
    Map<String, Poids> poids, Set<String> vulnerabilites) {

  /** True when its answers have a weight. */
  public boolean estUneDifficulte() {
    return !poids.isEmpty();
  }

  /** Label of an answer; a dash when there is none, the code itself when it is no longer known. */
  public String libelleDe(String reponse) {
    return reponse == null ? "—" : reponses.getOrDefault(reponse, reponse);
  }
}
