package fr.jalon.calcul;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * One month of a simulation, in euros.
 *
 * @param mois           month
 * @param gains          pay and turnover of all members that month
 * @param autresRevenus  every other monthly income (unemployment, pensions, minima…); family and housing benefits are not in it
 * @param horsRessources sums that are not a resource
 * @param rsa            RSA of the month
 * @param prime          prime d'activité of the month
 * @param total          everything above
 * @param nouveauTrimestre true when the amounts are calculated again that month
 * @param baremeProlonge true when the figures of that month are not known yet
 * @param droit          the calculation whose amounts are paid that month: that of the first month of the quarter
 */
public record MoisSimule(YearMonth mois, BigDecimal gains, BigDecimal autresRevenus, BigDecimal horsRessources, BigDecimal rsa, BigDecimal prime,
    BigDecimal total, boolean nouveauTrimestre, boolean baremeProlonge, Resultat droit) {}
