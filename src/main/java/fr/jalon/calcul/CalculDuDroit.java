package fr.jalon.calcul;

import fr.jalon.calcul.moteur.Baremes;
import fr.jalon.calcul.moteur.Calcul;
import fr.jalon.calcul.moteur.Explication;
import fr.jalon.calcul.moteur.Verification;
import java.time.YearMonth;
import java.util.List;

/**
 * The door of the calculation. Without state, safe for any number of threads.
 *
 * @param regles rules followed
 */
public record CalculDuDroit(Regles regles) {
  /** With the law in force. */
  public static CalculDuDroit enVigueur() {
    return new CalculDuDroit(Regles.EN_VIGUEUR);
  }

  /** As the public model computes, to be compared with it. */
  public static CalculDuDroit conformeOpenfisca() {
    return new CalculDuDroit(Regles.CONFORME_OPENFISCA);
  }

  /** What is wrong in a household for a month; empty when it can be calculated. */
  public List<ErreurDeSaisie> verifier(Menage menage, YearMonth mois) {
    return Verification.de(menage, mois, regles);
  }

  /**
   * RSA and prime d'activité of a month.
   *
   * @throws MenageRefuse when the household holds errors or the month has no figures
   */
  public Resultat calculer(Menage menage, YearMonth mois) {
    return new Resultat(calcul(menage, mois));
  }

  /**
   * Every step of the calculation in the order it is told, with the text it rests on.
   *
   * @throws MenageRefuse as {@link #calculer}
   */
  public List<Etape> expliquer(Menage menage, YearMonth mois) {
    return Explication.de(calcul(menage, mois));
  }

  /** Last month whose figures are known. */
  public static YearMonth dernierMoisConnu() {
    return Baremes.connus().dernierMois();
  }

  private Calcul calcul(Menage menage, YearMonth mois) {
    List<ErreurDeSaisie> erreurs = verifier(menage, mois);
    if (!erreurs.isEmpty()) {
      throw new MenageRefuse(erreurs);
    }
    return Calcul.faire(menage, regles, mois);
  }
}
