package fr.jalon.echanges.tableur.domaine;

import java.util.List;

/**
 * A spreadsheet as it stands: a row of headers, then rows of texts, blank rows left out.
 *
 * @param format   {@code CSV} or {@code XLSX}
 * @param detail   how it was read, in words: separator and encoding, or name of the sheet
 * @param doublons rows left out because they repeat another one exactly
 */
public record Tableau(String format, String detail, List<String> entetes, List<Rangee> rangees, int doublons) {

  /**
   * A row.
   *
   * @param rang    its number in the file, as a spreadsheet shows it (the headers are row 1)
   * @param valeurs one text a header; empty when the cell is
   */
  public record Rangee(int rang, List<String> valeurs) {}
}
