package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What one reads in an answer: the page; of a spreadsheet, what its sheets hold; of a PDF, its text. */
public final class Contenu {
  private Contenu() {}

  /** The text of the answer. */
  public static String texte(HttpResponse<String> r) {
    String type = r.headers().firstValue("Content-Type").orElse("");
    byte[] octets = r.body().getBytes(StandardCharsets.ISO_8859_1);
    try {
      return type.contains("spreadsheetml") ? feuilles(octets) : type.contains("pdf") ? pages(octets) : r.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String feuilles(byte[] octets) throws IOException {
    StringBuilder texte = new StringBuilder();
    Path fichier = Files.createTempFile("essai", ".xlsx");
    Files.write(fichier, octets);
    try (ZipFile zip = new ZipFile(fichier.toFile())) {
      for (ZipEntry e : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
        texte.append(new String(zip.getInputStream(e).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    Files.delete(fichier);
    assertThat(texte).isNotEmpty();
    return texte.toString();
  }

  private static String pages(byte[] octets) throws IOException {
    try (PDDocument document = Loader.loadPDF(octets)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
