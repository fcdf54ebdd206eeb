package fr.jalon.courriers.domaine;

import java.util.OptionalLong;

/** The number printed on a letter: that of the message and a check digit (Luhn), so that a digit typed wrong is told. */
public final class NumeroDeLettre {
  private NumeroDeLettre() {}

  /** {@code 1234-4}: the number of the message, a dash, the check digit. */
  public static String de(long id) {
    return id + "-" + cle(id);
  }

  /** The message a typed or scanned number names; empty when it is not one. */
  public static OptionalLong lire(String saisie) {
    String chiffres = saisie == null ? "" : saisie.replaceAll("[\\s.°nN-]", "");
    if (!chiffres.matches("\\d{2,16}")) {
      return OptionalLong.empty();
    }
    long id = Long.parseLong(chiffres.substring(0, chiffres.length() - 1));
    return cle(id) == chiffres.charAt(chiffres.length() - 1) - '0' ? OptionalLong.of(id) : OptionalLong.empty();
  }

  private static int cle(long id) {
    int somme = 0;
    boolean pair = true;
    for (long reste = id; reste > 0; reste /= 10) {
      int chiffre = (int) (reste % 10);
      int valeur = pair ? chiffre * 2 : chiffre;
      somme += valeur > 9 ? valeur - 9 : valeur;
      pair = !pair;
    }
    return (10 - somme % 10) % 10;
  }
}
