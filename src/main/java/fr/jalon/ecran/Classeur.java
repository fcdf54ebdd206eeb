package fr.jalon.ecran;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A spreadsheet (XLSX) streamed to the browser: memory does not grow with its rows. */
public final class Classeur {
  private static final int LIGNES_EN_MEMOIRE = 500;

  private Classeur() {}

  /**
   * A column.
   *
   * @param titre   header
   * @param largeur width in characters
   * @param valeur  reads the value of a row: text, whole number, BigDecimal (euros), LocalDate, Boolean (Oui/Non) or {@code null}
   */
  public record Colonne<T>(String titre, int largeur, Function<T, Object> valeur) {}

  /**
   * Writes the rows as a file to download.
   *
   * @param nom      file name without extension, ASCII
   * @param feuille  name of the sheet, at most 31 characters
   * @param colonnes the columns in order
   * @param lignes   the rows, which the journal holds before they leave; read once, closed here
   * @throws java.io.UncheckedIOException when its reader is gone, or too slow: the download fails, no file passes for whole
   */
  public static <T> void telecharger(HttpServletResponse reponse, String nom, String feuille, List<Colonne<T>> colonnes, LignesTracees<T> lignes) {
    reponse.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    reponse.setHeader("Content-Disposition", "attachment; filename=\"" + nom + ".xlsx\"");
    try (lignes; Workbook classeur = new Workbook(lignes.sortie(reponse.getOutputStream()), "Jalon", "1.0")) {
      Worksheet page = classeur.newWorksheet(feuille);
      for (int c = 0; c < colonnes.size(); c++) {
        page.width(c, colonnes.get(c).largeur());
        page.value(0, c, CaseDExport.sansFormule(colonnes.get(c).titre()));
        page.style(0, c).bold().fillColor("E6EBF2").set();
      }
      page.freezePane(0, 1);
      int[] l = {0};
      lignes.pourChacune(ligne -> {
        l[0]++;
        for (int c = 0; c < colonnes.size(); c++) {
          ecrire(page, l[0], c, colonnes.get(c).valeur().apply(ligne));
        }
        if (l[0] % LIGNES_EN_MEMOIRE == 0) {
          vider(page);
        }
      });
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void ecrire(Worksheet page, int ligne, int colonne, Object valeur) {
    switch (valeur) {
      case null -> { }
      case LocalDate jour -> {
        page.value(ligne, colonne, jour);
        page.style(ligne, colonne).format("dd/mm/yyyy").set();
      }
      case BigDecimal montant -> {
        page.value(ligne, colonne, montant);
        page.style(ligne, colonne).format("#,##0.00 \"€\"").set();
      }
      case Number nombre -> page.value(ligne, colonne, nombre);
      case Boolean vrai -> page.value(ligne, colonne, vrai ? "Oui" : "Non");
      default -> page.value(ligne, colonne, CaseDExport.sansFormule(valeur.toString()));
    }
  }

  private static void vider(Worksheet page) {
    try {
      page.flush();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
