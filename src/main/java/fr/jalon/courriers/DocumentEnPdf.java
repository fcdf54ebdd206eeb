package fr.jalon.courriers;

import fr.jalon.courriers.impression.LettresEnPdf;
import java.io.OutputStream;
import org.springframework.stereotype.Component;

/** Any document of a room as a tagged PDF (PDF/UA-1), with the fonts of the letters. */
@Component
public class DocumentEnPdf {
  private final LettresEnPdf pdf;

  DocumentEnPdf(LettresEnPdf pdf) {
    this.pdf = pdf;
  }

  /** @param html a whole page, well-formed, with its title, its style and every text escaped; what it links to is not read */
  public void ecrire(String html, OutputStream sortie) {
    pdf.document(html, sortie);
  }
}
