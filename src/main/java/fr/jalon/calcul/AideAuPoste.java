package fr.jalon.calcul;

import fr.jalon.calcul.moteur.Bareme;
import fr.jalon.calcul.moteur.Baremes;
import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * What the Département pays each month for a CDDI held by a person who has the RSA: 88 % of the amount of a single person, rounded to the
 * cent before it is multiplied (rule read in a convention, articles to be checked: confidence M).
 *
 * @param mois               month
 * @param montantForfaitaire RSA of a single person that month
 * @param parPoste           euros and cents for one post and one month
 */
public record AideAuPoste(YearMonth mois, BigDecimal montantForfaitaire, BigDecimal parPoste) {
  private static final int MOIS_DE_L_ANNEE = 12;

  /** With the amount in force that month. @throws IllegalArgumentException when the month has no figures */
  public static AideAuPoste du(YearMonth mois) {
    Bareme b = Baremes.connus().du(Mois.numero(mois), false);
    return new AideAuPoste(mois, Argent.centimes(b.montantForfaitaire()),
        Argent.centimes(Argent.fois(b.montantForfaitaire(), b.partDeLAideAuPoste())));
  }

  /** A year of posts, each month at the amount in force that month. */
  public static BigDecimal annee(int annee, int postes) {
    BigDecimal total = BigDecimal.ZERO;
    for (int m = 1; m <= MOIS_DE_L_ANNEE; m++) {
      total = total.add(du(YearMonth.of(annee, m)).pour(postes, 1));
    }
    return total;
  }

  /** Posts and months at this month's amount: a convention keeps the amount known when it is signed. */
  public BigDecimal pour(int postes, int mois) {
    return parPoste.multiply(BigDecimal.valueOf((long) postes * mois));
  }
}
