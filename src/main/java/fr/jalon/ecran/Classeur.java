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

  /** A column of a spreadsheet to fill in. @param aide what it holds, and how to write it; @param exemple may be empty */
  public record ColonneDeModele(String titre, boolean obligatoire, String aide, String exemple) {}

  /** Writes a spreadsheet to fill in: its headers alone on the first sheet, what each holds on the second. @param nom without extension, ASCII */
  public static void modele(HttpServletResponse reponse, String nom, List<ColonneDeModele> colonnes) {
    reponse.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    reponse.setHeader("Content-Disposition", "attachment; filename=\"" + nom + ".xlsx\"");
    try (Workbook classeur = new Workbook(reponse.getOutputStream(), "Jalon", "1.0")) {
      Worksheet page = classeur.newWorksheet("À remplir");
      for (int c = 0; c < colonnes.size(); c++) {
        page.width(c, 22);
        page.value(0, c, colonnes.get(c).titre());
        page.style(0, c).bold().fillColor("E6EBF2").set();
      }
      page.freezePane(0, 1);
      page.finish();
      Worksheet aide = classeur.newWorksheet("Explications");
      ligne(aide, 0, List.of("Colonne", "Obligatoire", "Ce qu'elle contient", "Exemple"));
      aide.style(0, 0).bold().set();
      for (int i = 0; i < colonnes.size(); i++) {
        ColonneDeModele c = colonnes.get(i);
        ligne(aide, i + 1, List.of(c.titre(), c.obligatoire() ? "Oui" : "", c.aide(), c.exemple()));
      }
      int[] largeurs = {26, 12, 110, 34};
      for (int c = 0; c < largeurs.length; c++) {
        aide.width(c, largeurs[c]);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void ligne(Worksheet page, int ligne, List<String> valeurs) {
    for (int c = 0; c < valeurs.size(); c++) {
      page.value(ligne, c, CaseDExport.sansFormule(valeurs.get(c)));
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
