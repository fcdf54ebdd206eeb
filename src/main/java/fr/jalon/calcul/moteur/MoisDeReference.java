package fr.jalon.calcul.moteur;

import fr.jalon.calcul.Divergence;
import fr.jalon.calcul.Menage;
import fr.jalon.calcul.Mois;
import fr.jalon.calcul.Regles;
import java.time.YearMonth;

/** The three months whose resources count for the right of a month (R. 262-7 CASF, R. 843-1 CSS). */
public final class MoisDeReference {
  /** A month of the trial: the public model keeps for ever what held then, here and in the Départements of the trial. */
  private static final int PENDANT_L_ESSAI = Mois.numero(YearMonth.of(2024, 10));

  private MoisDeReference() {}

  /** First of the three months, for the right of {@code mois}. */
  public static int premier(int mois, Menage menage, Regles regles) {
    return mois - Baremes.connus().entier(code(menage), regles.appliquent(Divergence.MOIS_DE_REFERENCE) ? mois : PENDANT_L_ESSAI);
  }

  /** The text that says so. */
  static String source(int mois, Menage menage) {
    return Baremes.connus().lire(code(menage), mois).source();
  }

  private static String code(Menage menage) {
    return menage.departementExperimental() ? "rsa.mois_de_reference_essai" : "rsa.mois_de_reference";
  }
}
