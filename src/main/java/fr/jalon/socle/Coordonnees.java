package fr.jalon.socle;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A telephone number and an e-mail address as people write them, made one. Overseas numbers have a country of their own: 0692 12 34 56 is
 * {@code +262692123456} (ARCEP, national numbering plan).
 */
public final class Coordonnees {
  private static final String OUTRE_MER = "262|590|594|596";
  private static final Pattern MOBILE = Pattern.compile("\\+(33[67]\\d{8}|262(69[23]|639)\\d{6}|59069[01]\\d{6}|594694\\d{6}|59669[67]\\d{6})");
  private static final Pattern FIXE = Pattern.compile("\\+(33[1-589]\\d{8}|26226[239]\\d{6}|590590\\d{6}|594594\\d{6}|596596\\d{6})");
  private static final Pattern COURRIEL = Pattern.compile("(?=.{6,254}$)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*(?<=^.{1,64})@"
      + "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+([a-z]{2,24}|xn--[a-z0-9-]{1,59})");
  private static final Pattern ENTRE_CHEVRONS = Pattern.compile("[^<>]*<([^<>]*)>[\\s.,;]*");

  private Coordonnees() {}

  /**
   * A number with its country, {@code +33612345678}; the zero or the plus a spreadsheet drops is put back; of several numbers, the first mobile,
   * else the first.
   *
   * @throws IllegalArgumentException with a French sentence
   */
  public static String telephone(String valeur) {
    String premier = numero(valeur);
    if (premier == null) {
      for (String un : valeur.split("[/;,|\\n]| ou | et ")) {
        String lu = numero(un);
        premier = lu != null && (premier == null || mobile(lu) && !mobile(premier)) ? lu : premier;
      }
    }
    if (premier == null) {
      throw new IllegalArgumentException("« " + valeur + " » n'est pas un numéro de téléphone : dix chiffres, ou +33.");
    }
    return premier;
  }

  private static String numero(String texte) {
    String net = texte.replaceAll("[\\s./\\-()\\u00a0\\u202f]", "").replaceFirst("^00", "+").replaceFirst("^\\+(33|" + OUTRE_MER + ")0(?=[1-9]\\d{8}$)", "+$1");
    if (net.matches("(33|" + OUTRE_MER + ")[1-9]\\d{8}")) {
      net = "+" + net;
    }
    if (net.matches("(\\+33)?[1-9]\\d{8}")) {
      net = "0" + net.substring(net.length() - 9);
    }
    if (net.matches("0[1-9]\\d{8}")) {
      return "+" + indicatif(net) + net.substring(1);
    }
    return net.matches("\\+(?!33)[1-9]\\d{7,14}") && !net.matches("\\+(" + OUTRE_MER + ")(?![1-9]\\d{8}$).*") ? net : null;
  }

  /** Country of a number of ten figures. 06 39 98 is kept for fiction in the metropolis, the rest of 06 39 is Mayotte. */
  private static String indicatif(String national) {
    return switch (national.substring(0, 4)) {
      case "0262", "0263", "0269", "0692", "0693" -> "262";
      case "0639" -> national.startsWith("063998") ? "33" : "262";
      case "0590", "0690", "0691" -> "590";
      case "0594", "0694" -> "594";
      case "0596", "0696", "0697" -> "596";
      default -> "33";
    };
  }

  /** True for a number that receives SMS, here or overseas, written as {@link #telephone} does. */
  public static boolean mobile(String telephone) {
    return telephone != null && MOBILE.matcher(telephone).matches();
  }

  /** True for a landline, here or overseas, written as {@link #telephone} does: it never takes the place of a mobile. */
  public static boolean fixe(String telephone) {
    return telephone != null && FIXE.matcher(telephone).matches();
  }

  /**
   * An address that can receive, in small letters; brackets, {@code mailto:} and the full stop of a sentence around it are left out; of several
   * addresses, the first.
   *
   * @throws IllegalArgumentException with a French sentence
   */
  public static String courriel(String valeur) {
    Matcher chevrons = ENTRE_CHEVRONS.matcher(valeur);
    for (String une : (chevrons.matches() ? chevrons.group(1) : valeur).split("[;,|\\n]| ou | et | / ")) {
      String nette = une.toLowerCase(Locale.ROOT).strip().replaceFirst("^[\\s\\u00a0\\u200b\\ufeff\"'(<\\[]+", "").replaceFirst("^mailto:", "").replaceFirst("[\\s\\u00a0\\u200b\\ufeff\"'.:)>\\]]+$", "");
      if (COURRIEL.matcher(nette).matches()) {
        return nette;
      }
    }
    throw new IllegalArgumentException("« " + valeur + " » n'est pas une adresse électronique.");
  }
}
