package fr.jalon.courriers.impression;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.springframework.stereotype.Component;

/**
 * Letters to one tagged PDF (PDF/UA-1), fonts inside. A batch is laid out by sheaves of some letters, put end to end, so that the
 * progress can be told.
 */
@Component
public class LettresEnPdf {
  /** Letters laid out at once. */
  public static final int LIASSE = 50;
  private static final String POLICE = "Atkinson Hyperlegible";

  static {
    // one line a letter in the log is for nobody
    com.openhtmltopdf.util.XRLog.listRegisteredLoggers().forEach(nom -> com.openhtmltopdf.util.XRLog.setLevel(nom, java.util.logging.Level.SEVERE));
  }

  /** Writes letters, few. @throws fr.jalon.socle.RefusMetier when the address of one does not hold in its window */
  public void ecrire(String titre, List<Lettre> lettres, OutputStream sortie) {
    document(MiseEnPage.html(titre, lettres), sortie);
  }

  /** Writes a page of HTML. */
  public void document(String html, OutputStream sortie) {
    try {
      PdfRendererBuilder pdf = new PdfRendererBuilder();
      police(pdf, "Regular", 400, FontStyle.NORMAL);
      police(pdf, "Bold", 700, FontStyle.NORMAL);
      police(pdf, "Italic", 400, FontStyle.ITALIC);
      pdf.usePdfUaAccessibility(true);
      pdf.useFastMode();
      // nothing outside the page is ever read: a letter cannot ask anything of a server or of a disk
      pdf.useUriResolver((_, adresse) -> adresse != null && adresse.startsWith("data:image/") ? adresse : null);
      pdf.withHtmlContent(html, null);
      pdf.withProducer("Jalon");
      pdf.toStream(sortie);
      pdf.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes a batch of any length. Nothing of it is on disk meanwhile: the sheaves and their sewing stay in memory, some kilobytes a letter.
   *
   * @param nombre     how many letters
   * @param rectoVerso true when both sides are printed: a blank page follows each letter that ends on the front of a sheet, so that nobody's letter
   *                   carries the next person's on its back
   * @param liasse     gives the letters of a sheaf, from the rank of its first; at most {@link #LIASSE}
   * @param faites     told how many are laid out
   */
  public void ecrire(String titre, int nombre, boolean rectoVerso, IntFunction<List<Lettre>> liasse, IntConsumer faites, OutputStream sortie) {
    PDFMergerUtility couture = new PDFMergerUtility();
    for (int i = 0; i < nombre; i += LIASSE) {
      ByteArrayOutputStream feuilles = new ByteArrayOutputStream();
      ecrire(titre, liasse.apply(i), feuilles);
      couture.addSource(new RandomAccessReadBuffer(rectoVerso ? FeuillesNeuves.pourChaqueLettre(feuilles.toByteArray()) : feuilles.toByteArray()));
      faites.accept(Math.min(nombre, i + LIASSE));
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("Préparation arrêtée avec le serveur.");
      }
    }
    couture.setDestinationStream(sortie);
    try {
      couture.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void police(PdfRendererBuilder pdf, String nom, int graisse, FontStyle style) {
    pdf.useFont(() -> ouvrir("/courriers/police/AtkinsonHyperlegible-" + nom + ".ttf"), POLICE, graisse, style, true);
  }

  private static InputStream ouvrir(String ressource) {
    return LettresEnPdf.class.getResourceAsStream(ressource);
  }
}
