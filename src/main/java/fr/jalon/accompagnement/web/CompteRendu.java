package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.domaine.DecisionDeRevue;
import fr.jalon.accompagnement.lecture.PersonneEnFile;
import fr.jalon.accompagnement.lecture.Revues.Decision;
import fr.jalon.accompagnement.lecture.Revues.Revue;
import java.util.List;
import java.util.Map;

/**
 * The minutes of a review.
 *
 * @param decisions by name; @param comptes how many of each; @param sansDecision persons of the file for whom nothing was decided, none once it is
 * closed
 * @param tenue     true when this agent may close it
 */
public record CompteRendu(Revue revue, List<Decision> decisions, Map<DecisionDeRevue, Long> comptes, List<PersonneEnFile> sansDecision,
    boolean tenue) {
  /** « 60 continuer, 3 réorientation ». */
  public String resume() {
    return comptes.entrySet().stream().map(e -> e.getKey().libelle() + " : " + e.getValue()).collect(java.util.stream.Collectors.joining(" ; "));
  }
}
