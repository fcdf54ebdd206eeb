package fr.jalon.calcul;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Exact sums of money as {@code long}: the unit is 1/3 600 000 000 of a euro. A cent, its third (mean of three months), its twelfth (yearly
 * amounts) and its products by the rates of the texts are whole numbers of units, so that the calculation never rounds but at the two places
 * named here: a product finer than the unit ({@link #fois}, {@link #rapport}), and the amount paid ({@link #auCentime}).
 */
public final class Argent {
  /** Units in a euro. */
  public static final long EURO = 3_600_000_000L;
  /** Units in a cent. */
  public static final long CENTIME = EURO / 100;
  /** Scale of rates: 1.28412 is 128 412. */
  public static final long TAUX = 100_000L;
  /** Decimals accepted of an amount given. */
  public static final int DECIMALES = 6;
  private static final long MILLIONIEME = EURO / 1_000_000;
  private static final int LECTURE = 4;
  private static final BigDecimal PAR_EURO = BigDecimal.valueOf(EURO);

  private Argent() {}

  /** From euros. @throws ArithmeticException when there are more than {@value #DECIMALES} decimals or the sum passes 2 billion */
  public static long de(BigDecimal euros) {
    return Math.multiplyExact(euros.movePointRight(DECIMALES).longValueExact(), MILLIONIEME);
  }

  /** From euros written as text, e.g. {@code "607.75"}. */
  public static long de(String euros) {
    return de(new BigDecimal(euros));
  }

  /** A rate on the scale {@link #TAUX}. @throws ArithmeticException when it has more than 5 decimals */
  public static long taux(BigDecimal part) {
    return part.movePointRight(5).longValueExact();
  }

  /** Sum times rate, exact as long as it falls on a unit, else rounded to the nearest unit (a third of a billionth of a euro). */
  public static long fois(long somme, long taux) {
    long entier = somme / TAUX;
    long reste = somme % TAUX * taux;
    return Math.multiplyExact(entier, taux) + Math.floorDiv(reste + TAUX / 2, TAUX);
  }

  /** {@code maximum * part / tout}, all positive, rounded to the nearest unit; whole and part are reduced to cents of {@code tout}. */
  public static long rapport(long maximumEnCentimes, long part, long toutEnCentimes) {
    return Math.floorDiv(Math.multiplyExact(maximumEnCentimes, part) + toutEnCentimes / 2, toutEnCentimes);
  }

  /** The amount paid: nearest cent, half up. The only rounding of the calculation that a person can see. */
  public static long auCentime(long somme) {
    return Math.floorDiv(somme + CENTIME / 2, CENTIME) * CENTIME;
  }

  /** In euros with 4 decimals, to be shown or written; trailing zeros after the cents are removed. */
  public static BigDecimal euros(long somme) {
    BigDecimal lu = BigDecimal.valueOf(somme).divide(PAR_EURO, LECTURE, RoundingMode.HALF_UP).stripTrailingZeros();
    return lu.scale() < 2 ? lu.setScale(2) : lu;
  }

  /** In euros and cents. */
  public static BigDecimal centimes(long somme) {
    return BigDecimal.valueOf(somme).divide(PAR_EURO, 2, RoundingMode.HALF_UP);
  }
}
