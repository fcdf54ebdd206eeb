package fr.jalon.echanges.tableur.lecture;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** What a workbook writes in attributes and values, read without believing it. */
final class ReferenceDeCellule {
  private static final int CHIFFRES = 40;
  private static final Pattern NOMBRE = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,9})?");

  private ReferenceDeCellule() {}

  /** Column from 0 of {@code BC12}; any column beyond what a number holds is the last one. */
  static int colonne(String reference, int sinon) {
    if (reference == null) {
      return sinon;
    }
    long colonne = 0;
    int i = 0;
    for (; i < reference.length() && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z'; i++) {
      colonne = Math.min(Integer.MAX_VALUE, colonne * 26 + reference.charAt(i) - 'A' + 1);
    }
    return i == 0 ? sinon : (int) colonne - 1;
  }

  /** Row from 1; what does not read is the row after the one before. */
  static int rang(String texte, int sinon) {
    return rang(texte, sinon, 1);
  }

  static int rang(String texte, int sinon, int minimum) {
    if (texte == null || texte.isEmpty() || texte.length() > 9) {
      return sinon;
    }
    int rang = 0;
    for (int i = 0; i < texte.length(); i++) {
      int chiffre = texte.charAt(i) - '0';
      if (chiffre < 0 || chiffre > 9) {
        return sinon;
      }
      rang = rang * 10 + chiffre;
    }
    return rang < minimum ? sinon : rang;
  }

  /** A text shared by cells; empty when there is none of that number. */
  static String texte(List<String> textes, String numero) {
    int place = rang(numero, -1, 0);
    return place < 0 || place >= textes.size() ? "" : textes.get(place);
  }

  /** A number as people write it: {@code 6.12345678E8} is {@code 612345678}; an enormous one stays as it is written. */
  static String nombre(String texte) {
    // a million cells that are not numbers must not make a million exceptions
    if (texte.isEmpty() || texte.length() > CHIFFRES || !NOMBRE.matcher(texte).matches()) {
      return texte;
    }
    BigDecimal nombre = new BigDecimal(texte);
    return Math.abs((long) nombre.scale()) > CHIFFRES ? texte : nombre.stripTrailingZeros().toPlainString();
  }
}
