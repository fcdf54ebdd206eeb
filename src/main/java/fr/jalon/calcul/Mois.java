package fr.jalon.calcul;

import java.time.YearMonth;

/** Months as whole numbers (year × 12 + month − 1), so that three months earlier is a subtraction. */
public final class Mois {
  private static final int PAR_AN = 12;

  private Mois() {}

  /** Number of a month. */
  public static int numero(YearMonth mois) {
    return mois.getYear() * PAR_AN + mois.getMonthValue() - 1;
  }

  /** Month of a number. */
  public static YearMonth de(int numero) {
    return YearMonth.of(Math.floorDiv(numero, PAR_AN), Math.floorMod(numero, PAR_AN) + 1);
  }
}
