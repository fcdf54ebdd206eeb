package fr.jalon.justedroit.domaine;

import fr.jalon.calcul.ParMois;
import fr.jalon.calcul.Revenu;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/**
 * An income of an adult in a simulation.
 *
 * @param adulte  rank of the adult, 0 or 1
 * @param nature  how it counts
 * @param passes  euros of the {@link #MOIS_PASSES} months before the first one simulated, oldest first
 * @param ensuite euros of each month from then on
 * @param arret   true when it stops the month the job begins
 */
public record LigneDeRevenu(int adulte, Revenu nature, List<BigDecimal> passes, BigDecimal ensuite, boolean arret) {
  /**
   * Months before the first one simulated that may be reference months: M-4 to M-2 of a quarter that began two months ago at most (R. 262-4, R. 262-7
   * CASF).
   */
  public static final int MOIS_PASSES = 6;

  /** Defensive copy. */
  public LigneDeRevenu {
    passes = List.copyOf(passes);
  }

  /**
   * Month by month.
   *
   * @param arreteDes first month without it, or {@code null}
   */
  ParMois parMois(YearMonth premier, YearMonth dernier, YearMonth arreteDes) {
    ParMois montants = ParMois.RIEN;
    for (int i = 0; i < passes.size(); i++) {
      YearMonth mois = premier.minusMonths(passes.size() - (long) i);
      montants = montants.avec(mois, mois, passes.get(i));
    }
    montants = montants.avec(premier, dernier, ensuite);
    return arreteDes == null || arreteDes.isAfter(dernier) ? montants
        : montants.avec(arreteDes.isBefore(premier) ? premier : arreteDes, dernier, BigDecimal.ZERO);
  }
}
