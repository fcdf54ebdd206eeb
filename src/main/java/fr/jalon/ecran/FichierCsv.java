package fr.jalon.ecran;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The CSV of every export: a cell is never a formula. Written as it goes; memory does not grow with its rows. */
public final class FichierCsv implements Closeable {
  private final CsvWriter csv;

  private FichierCsv(CsvWriter csv) {
    this.csv = csv;
  }

  /**
   * A file to download that spreadsheets open at once: semicolons, UTF-8 with its mark.
   *
   * @param nom file name without extension, ASCII
   */
  public static FichierCsv telecharger(HttpServletResponse reponse, String nom) throws IOException {
    return telecharger(reponse, nom, reponse.getOutputStream());
  }

  /** The same for rows that hold connections while they leave: no longer than they may. */
  public static FichierCsv telecharger(HttpServletResponse reponse, String nom, LignesTracees<?> lignes) throws IOException {
    return telecharger(reponse, nom, lignes.sortie(reponse.getOutputStream()));
  }

  private static FichierCsv telecharger(HttpServletResponse reponse, String nom, OutputStream octets) throws IOException {
    reponse.setContentType("text/csv;charset=UTF-8");
    reponse.setHeader("Content-Disposition", "attachment; filename=\"" + nom + ".csv\"");
    Writer sortie = new OutputStreamWriter(octets, StandardCharsets.UTF_8);
    sortie.write('\ufeff');
    return new FichierCsv(CsvWriter.builder().fieldSeparator(';').build(sortie));
  }

  /** On a terminal: commas, for other programs. */
  public static FichierCsv vers(Writer sortie) {
    return new FichierCsv(CsvWriter.builder().build(sortie));
  }

  /** Writes a row; {@code null} is an empty cell. */
  public void ligne(List<String> cases) {
    csv.writeRecord(cases.stream().map(CaseDExport::sansFormule).toList());
  }

  /** Sends what is written, without closing. */
  public void envoyer() {
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
