package fr.jalon.pilotage;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A target that the plan of the Département sets.
 *
 * @param indicateur code of the indicator it is measured by; not always one that Jalon knows
 * @param libelle    French name
 * @param valeur     the target
 * @param unite      unit of the target
 * @param auMoins    true when the result must reach it, false when it must not pass it
 * @param echeance   day it is set for, or {@code null}
 * @param douzeMois  true when it is set for a year: measured over the twelve months that end at the date
 * @param source     where the plan says it
 */
public record Objectif(String indicateur, String libelle, BigDecimal valeur, String unite, boolean auMoins, LocalDate echeance, boolean douzeMois,
    String source) {

  /** True when a part of the Département may be held to it: a share, a mean; not a sum set for the whole. */
  public boolean vautPourUnePart() {
    return unite.equals("%") || unite.equals("jours") || unite.contains(" par ETP");
  }

  /** True when the result reaches the target. */
  public boolean atteintPar(BigDecimal resultat) {
    return auMoins ? resultat.compareTo(valeur) >= 0 : resultat.compareTo(valeur) <= 0;
  }
}
