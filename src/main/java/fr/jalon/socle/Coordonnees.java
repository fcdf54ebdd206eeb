package fr.jalon.socle;

import java.util.Locale;
import java.util.regex.Pattern;

/** A telephone number and an e-mail address as people write them, made one. */
public final class Coordonnees {
  private static final Pattern COURRIEL = Pattern.compile("[^\\s@;,]+@[^\\s@;,]+\\.[^\\s@;,]{2,}");

  private Coordonnees() {}

  /**
   * A number with its country, {@code +33612345678}; the zero a spreadsheet drops is put back; of several numbers, the first.
   *
   * @throws IllegalArgumentException with a French sentence
   */
  public static String telephone(String valeur) {
    String net = valeur.split("[/;,]| ou ")[0].replaceAll("[\\s.\\-()\\u00a0]", "");
    if (net.startsWith("00")) {
      net = "+" + net.substring(2);
    }
    if (net.matches("[1-9]\\d{8}")) {
      net = "0" + net;
    }
    if (net.matches("0[1-9]\\d{8}")) {
      return "+33" + net.substring(1);
    }
    if (net.matches("\\+33\\(?0?\\)?[1-9]\\d{8}")) {
      return "+33" + net.substring(net.length() - 9);
    }
    if (net.matches("\\+[1-9]\\d{7,14}")) {
      return net;
    }
    throw new IllegalArgumentException("« " + valeur + " » n'est pas un numéro de téléphone : dix chiffres, ou +33.");
  }

  /**
   * An address in small letters.
   *
   * @throws IllegalArgumentException with a French sentence
   */
  public static String courriel(String valeur) {
    if (!COURRIEL.matcher(valeur).matches()) {
      throw new IllegalArgumentException("« " + valeur + " » n'est pas une adresse électronique.");
    }
    return valeur.toLowerCase(Locale.ROOT);
  }
}
