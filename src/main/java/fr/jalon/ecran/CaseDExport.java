package fr.jalon.ecran;

import java.util.regex.Pattern;

/**
 * What a cell of a file to download may hold: every export of the application goes through here. A text that a spreadsheet would run as a formula is
 * shown as a text; numbers and telephone numbers stay as they are. No export of ours has a column of NIRs; what comes from a file of somebody
 * else goes through {@link #sansNir} too.
 */
public final class CaseDExport {
  /** What is written instead of a NIR; whoever reads a file dropped knows it again. */
  public static final String NIR_MASQUE = "NIR masqué";
  private static final Pattern FORMULE = Pattern.compile("^[\\s\\p{Cntrl}\\u00a0\\ufeff]*[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20]");
  /** Signed, with blanks or points between its figures; not {@code -1-1}, which is a sum. */
  private static final Pattern NOMBRE = Pattern.compile("[+-]\\d+([ .\\u00a0\\u202f]\\d+)*(,\\d+)?([ \\u00a0\\u202f]?[€%])?");
  /**
   * A number of the CAF on fifteen digits is none: it ends with eight zeros. One given to wait (7, 8) holds neither the year nor the month of birth.
   */
  private static final Pattern NIR =
      Pattern.compile("(?<![0-9A-Za-z])(?!\\d{5,7}0{8}(?!\\d))(?:[1234][ .\\u00a0-]?\\d\\d[ .\\u00a0-]?(?:0[1-9]|1[0-2]|[23]\\d|4[0-2]|[5-9]\\d)"
      + "|[78][ .\\u00a0-]?\\d\\d[ .\\u00a0-]?\\d\\d)[ .\\u00a0-]?(?:\\d\\d|2[ABab])[ .\\u00a0-]?\\d{3}[ .\\u00a0-]?\\d{3}(?:[ .\\u00a0-]?\\d\\d)?(?![0-9A-Za-z])");

  private CaseDExport() {}

  /** A text that no spreadsheet takes for a formula; {@code null} is empty. */
  public static String sansFormule(String texte) {
    if (texte == null) {
      return "";
    }
    char premier = texte.isEmpty() ? 'a' : texte.charAt(0);
    // most cells begin with a letter or a figure
    if (Character.isLetterOrDigit(premier) || !FORMULE.matcher(texte).find() && premier != '\t' && premier != '\r' && premier != '\n'
        || NOMBRE.matcher(texte).matches()) {
      return texte;
    }
    return "'" + texte;
  }

  /** What {@link #sansFormule} was given: a file that left here and comes back says the same. */
  public static String relire(String texte) {
    return texte.length() > 1 && texte.charAt(0) == '\'' && sansFormule(texte.substring(1)).equals(texte) ? texte.substring(1) : texte;
  }

  /** A text where what has the form of a NIR is masked, wherever it is written. */
  public static String sansNir(String texte) {
    return texte == null || texte.length() < 13 ? texte : NIR.matcher(texte).replaceAll(NIR_MASQUE);
  }
}
