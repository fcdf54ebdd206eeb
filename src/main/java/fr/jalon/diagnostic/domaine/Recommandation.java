package fr.jalon.diagnostic.domaine;

import java.time.LocalDate;
import java.util.List;

/**
 * A pathway and why.
 *
 * @param phrase      « Parcours social, parce que… », one French sentence
 * @param etapes      the questions in the published order, each with what was found
 * @param regle       the rule that concluded
 * @param changements the single answers that would lead elsewhere
 * @param referentiel first day of the set of rules applied
 */
public record Recommandation(Parcours parcours, String phrase, List<Etape> etapes, Regle regle, List<Changement> changements,
    LocalDate referentiel) {

  /** The changes that lead nearer to work. */
  public List<Changement> versLEmploi() {
    return changements.stream().filter(c -> c.parcours().compareTo(parcours) > 0).toList();
  }

  /** The changes that lead further from it. */
  public List<Changement> versLeSocial() {
    return changements.stream().filter(c -> c.parcours().compareTo(parcours) < 0).toList();
  }

  /** What one question found. @param valeur its code; @param constat a clause about the person */
  public record Etape(String question, String libelle, String valeur, String constat) {}

  /**
   * One answer which, alone, would lead to another pathway.
   *
   * @param critere  label of the criterion
   * @param reponses labels of the answers that would
   * @param parcours where they lead
   */
  public record Changement(String critere, List<String> reponses, Parcours parcours) {}
}
