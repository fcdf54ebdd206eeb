package fr.jalon.echanges.tableur.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a CSV that spreadsheets open at once: semicolons, UTF-8 with its mark; a cell is never a formula. */
final class ExportCsv {
  private ExportCsv() {}

  static void ecrire(HttpServletResponse reponse, String nom, List<String> titres, List<List<String>> lignes) throws IOException {
    reponse.setContentType("text/csv;charset=UTF-8");
    reponse.setHeader("Content-Disposition", "attachment; filename=\"" + nom + "\"");
    Writer sortie = new OutputStreamWriter(reponse.getOutputStream(), StandardCharsets.UTF_8);
    sortie.write('\ufeff');
    try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(sortie)) {
      csv.writeRecord(titres);
      for (List<String> ligne : lignes) {
        csv.writeRecord(ligne.stream().map(ExportCsv::sansFormule).toList());
      }
    }
  }

  private static String sansFormule(String valeur) {
    return valeur != null && (valeur.startsWith("=") || valeur.startsWith("@")) ? "'" + valeur : valeur;
  }
}
