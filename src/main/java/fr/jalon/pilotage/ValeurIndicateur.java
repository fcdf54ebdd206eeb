package fr.jalon.pilotage;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One figure.
 *
 * @param code            code of the indicator, e.g. {@code POP-DOV}
 * @param libelle         French name
 * @param au              date of the figure
 * @param dimension       dimension of the breakdown, {@code null} for the total
 * @param valeurDimension value of the dimension, {@code null} for the total
 * @param numerateur      what is counted or summed, {@code null} for a median or a missing figure
 * @param denominateur    what it is divided by, {@code null} for a count or a sum
 * @param valeur          the figure, {@code null} when it cannot be computed
 * @param unite           personnes, %, € or jours
 * @param enCours         for a rate, persons whose delay still runs at the date: not counted, told apart; 0 otherwise
 * @param territoire      the only territory looked at, {@code null} for all that the agent reads
 * @param manque          French sentence saying what is missing when {@code valeur} is {@code null}, else {@code null}
 */
public record ValeurIndicateur(String code, String libelle, LocalDate au, Dimension dimension, String valeurDimension,
    BigDecimal numerateur, BigDecimal denominateur, BigDecimal valeur, String unite, long enCours, String territoire, String manque) {

  /** True for a month, or a group, whose figure may still move: the delay of some of its persons runs. */
  public boolean ouverte() {
    return enCours > 0;
  }

  /** French name of the value of the dimension; "Ensemble" for the total. */
  public String libelleValeur() {
    return dimension == null ? "Ensemble" : dimension.libelleValeur(valeurDimension);
  }
}
