package fr.jalon.echanges.tableur.domaine;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates and numbers as people and spreadsheets write them. */
final class ValeursDeCellule {
  private static final Pattern FRANCAISE = Pattern.compile("(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4}|\\d{2})(\\D.*)?");
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})([T ].*)?");
  /** A year alone is none. */
  private static final Pattern SERIE = Pattern.compile("(?!(19|20)\\d{2}$)\\d{4,5}(\\.\\d+)?");
  private static final LocalDate ORIGINE_DES_TABLEURS = LocalDate.of(1899, 12, 30);
  private static final LocalDate ORIGINE_1904 = LocalDate.of(1904, 1, 1);
  private static final int PIVOT = 30;

  private ValeursDeCellule() {}

  /**
   * {@code 23/03/1977}, {@code 23-3-77}, {@code 1977-03-23}, or the number of days a spreadsheet keeps (28207).
   *
   * @param calendrier1904 true when its days are counted from 1904
   * @throws IllegalArgumentException with a French sentence
   */
  static LocalDate date(String valeur, boolean calendrier1904) {
    String net = valeur.strip();
    try {
      Matcher m = ISO.matcher(net);
      if (m.matches()) {
        return LocalDate.of(entier(m, 1), entier(m, 2), entier(m, 3));
      }
      m = FRANCAISE.matcher(net);
      if (m.matches()) {
        int annee = entier(m, 3);
        return LocalDate.of(m.group(3).length() == 2 ? annee + (annee > PIVOT ? 1900 : 2000) : annee, entier(m, 2), entier(m, 1));
      }
      if (SERIE.matcher(net).matches()) {
        return (calendrier1904 ? ORIGINE_1904 : ORIGINE_DES_TABLEURS).plusDays((long) Double.parseDouble(net));
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("La date « " + valeur + " » n'existe pas.", e);
    }
    throw new IllegalArgumentException("« " + valeur + " » n'est pas une date : écrivez jj/mm/aaaa.");
  }

  private static int entier(Matcher m, int groupe) {
    return Integer.parseInt(m.group(groupe));
  }

  /** Five characters; the zero a spreadsheet drops is put back. {@code null} stays so. */
  static String codePostal(String valeur) {
    return valeur != null && valeur.matches("\\d{4}") ? "0" + valeur : valeur;
  }
}
