package fr.jalon.echanges.tableur.lecture;

import fr.jalon.echanges.bornes.XmlBorne;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Which cells of a workbook are days: it keeps numbers of days, and says in a style that they are dates. It counts them from 1900, or from 1904 when
 * it was made on a Mac or says so (ECMA-376, 18.2.28 and 18.8.30).
 */
final class DatesDuClasseur {
  private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final Pattern NOMBRE = Pattern.compile("\\d{1,7}(\\.\\d+)?");
  /** What is between quotes or brackets, and what a backslash or an underscore shows as it is. */
  private static final Pattern LETTRES_A_MONTRER = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|[\\\\_*].");
  private static final int STYLES_AU_PLUS = 65_000;
  private final BitSet styles = new BitSet();
  private boolean depuis1904;

  void depuis1904(boolean vrai) {
    depuis1904 = vrai;
  }

  boolean depuis1904() {
    return depuis1904;
  }

  /** Reads the styles of the workbook. */
  void lire(XmlBorne xml) throws XMLStreamException {
    Set<String> formats = new HashSet<>();
    boolean dansLesCases = false;
    int rang = 0;
    for (int e = xml.suivant(); e != XMLStreamConstants.END_DOCUMENT; e = xml.suivant()) {
      if (e == XMLStreamConstants.START_ELEMENT) {
        switch (xml.nom()) {
          case "numFmt" -> {
            if (date(xml.attribut("formatCode")) && formats.size() < STYLES_AU_PLUS) {
              formats.add(xml.attribut("numFmtId"));
            }
          }
          case "cellXfs" -> dansLesCases = true;
          case "xf" -> {
            if (dansLesCases && rang < STYLES_AU_PLUS) {
              String format = xml.attribut("numFmtId");
              styles.set(rang++, format != null && (formats.contains(format) || ordinaire(format)));
            }
          }
          default -> { }
        }
      } else if (e == XMLStreamConstants.END_ELEMENT && xml.nom().equals("cellXfs")) {
        dansLesCases = false;
      }
    }
  }

  private static boolean date(String format) {
    if (format == null || format.length() > 500 || format.equalsIgnoreCase("standard")) {
      return false;
    }
    String signes = LETTRES_A_MONTRER.matcher(format).replaceAll("").toLowerCase(java.util.Locale.ROOT);
    return signes.indexOf('d') >= 0 || signes.indexOf('y') >= 0 || signes.indexOf('j') >= 0;
  }

  /** The formats every workbook has without saying them. */
  private static boolean ordinaire(String format) {
    return format.matches("1[4-7]|22|27|28|29|3[0-6]|5[0-8]");
  }

  /** The day a number says under a style, as people write it; the number itself when it is not a day. */
  String valeur(String nombre, String style) {
    int rang = style == null ? -1 : ReferenceDeCellule.rang(style, -1, 0);
    if (rang < 0 || !styles.get(rang) || !NOMBRE.matcher(nombre).matches()) {
      return nombre;
    }
    long jours = (long) Double.parseDouble(nombre);
    return jours < 1 || jours > 2_958_465 ? nombre : LocalDate.of(depuis1904 ? 1904 : 1899, depuis1904 ? 1 : 12, depuis1904 ? 1 : 30)
        .plusDays(jours).format(JOUR);
  }
}
