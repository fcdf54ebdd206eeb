package fr.jalon.echanges.tableur.domaine;

import java.util.List;

/**
 * A spreadsheet as it stands: a row of headers, then rows of texts, blank rows left out.
 *
 * @param format     {@code CSV} or {@code XLSX}
 * @param detail     how it was read, in words: separator and encoding, or name of the sheet
 * @param inventaire where each line of the file went
 */
public record Tableau(String format, String detail, List<String> entetes, List<Rangee> rangees, Inventaire inventaire) {

  /**
   * A row.
   *
   * @param rang    its number in the file, as a spreadsheet shows it
   * @param valeurs one text a header; empty when the cell is
   * @param enTrop  texts beyond the last header of a CSV: a separator is in a cell, and those after it have moved
   */
  public record Rangee(int rang, List<String> valeurs, List<String> enTrop) {
    /** None, for a row kept before they were read. */
    public Rangee {
      enTrop = enTrop == null ? List.of() : List.copyOf(enTrop);
    }
  }

  /** What to tell of a row that has cells beyond the headers. @param cases how many, one at least */
  public static String casesEnTrop(int cases) {
    return "La ligne a " + cases + (cases == 1 ? " case" : " cases")
        + " de trop : un séparateur est dans une adresse ou un nom, et les cases suivantes sont décalées. "
        + "Corrigez-les, ou entourez l'adresse de guillemets dans le fichier.";
  }

  /**
   * What the agent says of the file when the headers found are not the right ones.
   *
   * @param feuille sheet to read, or {@code null} for the one found
   * @param ligne   line of the headers, or {@code null} for the one found
   */
  public record Choix(String feuille, Integer ligne) {
    /** Nothing said: Jalon finds. */
    public static final Choix AUCUN = new Choix(null, null);
  }
}
