package fr.jalon.calcul.moteur;

import static fr.jalon.calcul.Argent.fois;

import fr.jalon.calcul.Patrimoine;
import fr.jalon.calcul.Personne;
import fr.jalon.calcul.Revenu;
import java.time.LocalDate;

/** What a person receives in one month, sorted as the texts sort it. In units of {@link fr.jalon.calcul.Argent}. */
final class RevenusDuMois {
  private static final int MOIS_D_ARRET_RECENT = 3;
  private static final int MOIS_DE_L_ANNEE = 12;
  private static final int ANNEES_TNS = 3;

  private RevenusDuMois() {}

  /** Earned income of the month: pay, turnover after deduction, recent daily allowances, a twelfth of the self-employed profit. */
  static long activite(Personne p, int mois, Bareme b) {
    if (p.sansRessource()) {
      return 0;
    }
    long total = beneficeTns(p, mois) + ijDActivite(p, mois);
    for (int i = 0; i < p.nombreDeRevenus(); i++) {
      total += switch (p.nature(i).sorte()) {
        case ACTIVITE -> p.montants(i).unites(mois);
        case CHIFFRE_D_AFFAIRES -> chiffreDAffairesNet(p.nature(i), p.montants(i).unites(mois), b);
        default -> 0;
      };
    }
    return total;
  }

  /** Resources of the month that are neither earned nor social minima, as the prime d'activité counts them. */
  static long autresDeLaPrime(Personne p, int mois) {
    if (p.sansRessource()) {
      return 0;
    }
    long total = p.patrimoine(Patrimoine.LOYERS) + p.patrimoine(Patrimoine.CAPITAL) + ijHorsActivite(p, mois);
    for (int i = 0; i < p.nombreDeRevenus(); i++) {
      total += switch (p.nature(i).sorte()) {
        case REMPLACEMENT, AUTRE -> p.montants(i).unites(mois);
        default -> 0;
      };
    }
    return total;
  }

  /** Turnover less the flat deduction of its kind. */
  static long chiffreDAffairesNet(Revenu nature, long chiffre, Bareme b) {
    return fois(chiffre, switch (nature) {
      case CA_VENTE -> b.vente;
      case CA_SERVICES -> b.services;
      default -> b.liberal;
    });
  }

  /** A twelfth of the latest profit known of this year and the two before. */
  static long beneficeTns(Personne p, int mois) {
    if (!p.aUnBeneficeTns()) {
      return 0;
    }
    int annee = Math.floorDiv(mois, MOIS_DE_L_ANNEE);
    for (int recul = 0; recul < ANNEES_TNS; recul++) {
      long benefice = p.beneficeTns(annee - recul);
      if (benefice > 0) {
        return benefice / MOIS_DE_L_ANNEE;
      }
    }
    return 0;
  }

  /** Daily allowances that count as earned income. */
  static long ijDActivite(Personne p, int mois) {
    if (!p.aDesIndemnitesJournalieres()) {
      return 0;
    }
    return p.revenu(Revenu.IJ_MATERNITE).unites(mois) + (arretRecent(p, mois) ? ijDArret(p, mois) : 0);
  }

  /** Daily allowances that do not count as earned income any more. */
  static long ijHorsActivite(Personne p, int mois) {
    if (!p.aDesIndemnitesJournalieres()) {
      return 0;
    }
    return arretRecent(p, mois) ? 0 : ijDArret(p, mois);
  }

  /** Any daily allowance. */
  static long ij(Personne p, int mois) {
    if (!p.aDesIndemnitesJournalieres()) {
      return 0;
    }
    return p.revenu(Revenu.IJ_MATERNITE).unites(mois) + ijDArret(p, mois);
  }

  private static long ijDArret(Personne p, int mois) {
    return p.revenu(Revenu.IJ_MALADIE).unites(mois) + p.revenu(Revenu.IJ_ACCIDENT).unites(mois);
  }

  private static boolean arretRecent(Personne p, int mois) {
    LocalDate arret = p.arretDepuis();
    if (p.revenu(Revenu.SALAIRE_NET).unites(mois) > 0) {
      return true;
    }
    int troisAvant = mois - MOIS_D_ARRET_RECENT;
    if (arret == null) {
      return ijDArret(p, troisAvant) == 0;
    }
    return arret.getYear() * MOIS_DE_L_ANNEE + arret.getMonthValue() - 1 + (arret.getDayOfMonth() > 1 ? 1 : 0) > troisAvant;
  }

  /** Social minima of the month, but the AAH. */
  static long minimaHorsAah(Personne p, int mois) {
    return p.revenu(Revenu.ASS).unites(mois);
  }
}
