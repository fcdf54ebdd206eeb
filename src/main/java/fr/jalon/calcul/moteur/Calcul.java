package fr.jalon.calcul.moteur;

import fr.jalon.calcul.Menage;
import fr.jalon.calcul.Mois;
import fr.jalon.calcul.Regles;
import java.time.YearMonth;

/**
 * Both rights of a household for a month. The household must have been verified.
 *
 * @param menage household
 * @param regles rules followed
 * @param mois   number of the month of right
 * @param rsa    RSA
 * @param prime  prime d'activité
 */
public record Calcul(Menage menage, Regles regles, int mois, CalculRsa rsa, CalculPrime prime) {
  /** @throws IllegalArgumentException when a month has no figures, in a sentence */
  public static Calcul faire(Menage menage, Regles regles, YearMonth mois) {
    Baremes baremes = Baremes.connus();
    int numero = Mois.numero(mois);
    CalculRsa rsa = new CalculRsa(menage, regles, baremes, numero);
    return new Calcul(menage, regles, numero, rsa, new CalculPrime(menage, regles, baremes, numero, rsa));
  }
}
