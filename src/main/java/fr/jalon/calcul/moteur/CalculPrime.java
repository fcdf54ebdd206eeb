package fr.jalon.calcul.moteur;

import fr.jalon.calcul.Argent;
import fr.jalon.calcul.Divergence;
import fr.jalon.calcul.Menage;
import fr.jalon.calcul.Personne;
import fr.jalon.calcul.Regles;

/** The prime d'activité of a household for a month: mean of three months each counted with its own figures (L. 842-3 CSS). */
public final class CalculPrime {
  private static final int TRIMESTRE = 3;
  /** True when work opens the prime. */
  public final boolean ouverte;
  /** Mean of the three months before the minimum. */
  public final long moyenne;
  /** Amount paid, in units of {@link Argent}. */
  public final long montant;
  /** Number of the first reference month. */
  public final int premierMois;
  private final MoisDePrime[] mois = new MoisDePrime[TRIMESTRE];

  CalculPrime(Menage menage, Regles regles, Baremes baremes, int moisDuDroit, CalculRsa rsa) {
    premierMois = MoisDeReference.premier(moisDuDroit, menage, regles);
    long somme = 0;
    for (int i = 0; i < TRIMESTRE; i++) {
      mois[i] = new MoisDePrime(new Situation(menage, regles, baremes, premierMois + i));
      somme += mois[i].montant;
    }
    int premierMoisQuiOuvre = regles.appliquent(Divergence.MOIS_QUI_OUVRENT_LA_PRIME) ? premierMois : moisDuDroit - TRIMESTRE;
    ouverte = rsa.majore() || parLeTravail(menage, baremes, regles, premierMoisQuiOuvre);
    moyenne = ouverte ? somme / TRIMESTRE : 0;
    long du = moyenne >= rsa.situation.bareme.minimumPrime ? moyenne : 0;
    montant = regles.appliquent(Divergence.ARRONDI_AU_CENTIME) ? Argent.auCentime(du) : du;
  }

  /** One of the three reference months. @param rang 0 to 2 */
  public MoisDePrime mois(int rang) {
    return mois[rang];
  }

  private static boolean parLeTravail(Menage menage, Baremes baremes, Regles regles, int premier) {
    for (Personne adulte : menage.adultes()) {
      boolean travaille = false;
      boolean autonome = true;
      for (int m = premier; m < premier + TRIMESTRE; m++) {
        Bareme b = baremes.du(m, regles.prolonger());
        long revenu = RevenusDuMois.activite(adulte, m, b);
        travaille |= revenu > 0;
        autonome &= revenu >= b.autonomie;
      }
      if (travaille && !adulte.etudiant() || autonome) {
        return true;
      }
    }
    return false;
  }
}
