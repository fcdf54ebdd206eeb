package fr.jalon.calcul.moteur;

import fr.jalon.calcul.Argent;
import fr.jalon.calcul.Mois;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** How amounts, rates and months are said in the steps. */
final class Francais {
  private static final List<String> MOIS = List.of("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
      "novembre", "décembre");
  private static final int CENT = 100;

  private Francais() {}

  /** 1 093,95 €, with a non-breaking space. */
  static String euros(long somme) {
    return String.format(Locale.FRANCE, "%,.2f €", Argent.centimes(somme)).replace('\u202f', '\u00a0').replace(" €", "\u00a0€");
  }

  /** 1,8 for 180 000. */
  static String taux(long taux) {
    return BigDecimal.valueOf(taux, 5).stripTrailingZeros().toPlainString().replace('.', ',');
  }

  /** 59,85 % for 59 850. */
  static String pourcent(long taux) {
    return taux(taux * CENT) + "\u00a0%";
  }

  static String mois(int numero) {
    return MOIS.get(Mois.de(numero).getMonthValue() - 1) + " " + Mois.de(numero).getYear();
  }

  /** "1 adulte", "2 enfants". */
  static String nombre(int combien, String quoi) {
    return combien + " " + quoi + (combien > 1 ? "s" : "");
  }
}
