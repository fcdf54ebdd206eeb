package fr.jalon.pilotage;

import fr.jalon.socle.PersonneMontree;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One row behind a figure.
 *
 * @param personneId    the person, {@code null} when nobody is known behind a payment
 * @param foyerId       the foyer
 * @param nom           name in use
 * @param prenom        first name
 * @param dateNaissance birth date or {@code null}
 * @param territoire    territory at the date
 * @param valeur       what it is of the natural breakdown of the indicator (a theme, a métier), in words; {@code null} when that is a territory
 *                     or none
 * @param mesure        euros or days this row brings, {@code null} for a count or a share
 * @param retenue       for a share, true when the row is in the numerator; else {@code null}
 */
public record PersonneConcernee(@PersonneMontree Long personneId, Long foyerId, String nom, String prenom, LocalDate dateNaissance, String territoire,
    String valeur, BigDecimal mesure, Boolean retenue) {

  /**
   * A page of the rows behind a figure.
   *
   * @param total rows in all
   * @param page  from 1
   */
  public record Page(List<PersonneConcernee> personnes, long total, int page) {
    /** Rows on a page. */
    public static final int TAILLE = 50;

    /** Number of pages, at least one. */
    public int pages() {
      return (int) Math.max(1, (total + TAILLE - 1) / TAILLE);
    }
  }
}
