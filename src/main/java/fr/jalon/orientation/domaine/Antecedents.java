package fr.jalon.orientation.domaine;

import java.time.LocalDate;

/**
 * What Jalon knows of a person before the movement is examined.
 *
 * @param suivi           state of her open follow-up; {@code CLOS} when she has none and had one, {@code null} when she never had any
 * @param entree          her last entry, {@code null} when there is none
 * @param debutSuspension start of the suspension she comes back from, {@code null} when she was not suspended just before
 * @param dejaSoumise     true when she was already soumise with a payable right once (as far as the files tell)
 * @param foyerNouveau    true when her foyer was unknown before this file
 */
public record Antecedents(EtatSuivi suivi, EntreeConnue entree, LocalDate debutSuspension, boolean dejaSoumise, boolean foyerNouveau) {
  /** Nothing known. */
  public static final Antecedents AUCUN = new Antecedents(null, null, null, false, true);

  /**
   * @param mois       first day of the month in which she became a new entrant
   * @param etatDepuis day of the present state
   */
  public record EntreeConnue(EtatEntree etat, LocalDate mois, LocalDate etatDepuis) {}
}
