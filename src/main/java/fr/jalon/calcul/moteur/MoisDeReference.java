package fr.jalon.calcul.moteur;

import fr.jalon.calcul.Divergence;
import fr.jalon.calcul.Menage;
import fr.jalon.calcul.Mois;
import fr.jalon.calcul.Regles;
import java.time.YearMonth;

/** The three months whose resources count for the right of a month (R. 262-7 CASF, R. 843-1 CSS). */
public final class MoisDeReference {
  /** First month of right read with M-4 to M-2 by everyone: decree 2025-185. */
  private static final int POUR_TOUS = Mois.numero(YearMonth.of(2025, 3));
  /** First month of the trial in some Départements: decree 2024-693. */
  private static final int EXPERIMENTATION = Mois.numero(YearMonth.of(2024, 10));
  private static final int AVANT = 3;
  private static final int DEPUIS = 4;

  private MoisDeReference() {}

  /** First of the three months, for the right of {@code mois}. */
  public static int premier(int mois, Menage menage, Regles regles) {
    if (!regles.appliquent(Divergence.MOIS_DE_REFERENCE)) {
      return mois - (menage.departementExperimental() ? DEPUIS : AVANT);
    }
    boolean neufs = mois >= POUR_TOUS || mois >= EXPERIMENTATION && menage.departementExperimental();
    return mois - (neufs ? DEPUIS : AVANT);
  }
}
