package fr.jalon.echanges.tableur.lecture;

import java.math.BigDecimal;
import java.util.List;

/** What a workbook writes in attributes and values, read without believing it. */
final class ReferenceDeCellule {
  private static final int CHIFFRES = 40;

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
    try {
      int rang = texte == null ? sinon : Integer.parseInt(texte);
      return rang < 1 ? sinon : rang;
    } catch (NumberFormatException e) {
      return sinon;
    }
  }

  /** A text shared by cells; empty when there is none of that number. */
  static String texte(List<String> textes, String numero) {
    try {
      int place = Integer.parseInt(numero.strip());
      return place < 0 || place >= textes.size() ? "" : textes.get(place);
    } catch (NumberFormatException e) {
      return "";
    }
  }

  /** A number as people write it: {@code 6.12345678E8} is {@code 612345678}; an enormous one stays as it is written. */
  static String nombre(String texte) {
    if (texte.length() > CHIFFRES) {
      return texte;
    }
    try {
      BigDecimal nombre = new BigDecimal(texte.strip());
      return Math.abs((long) nombre.scale()) > CHIFFRES ? texte : nombre.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return texte;
    }
  }
}
