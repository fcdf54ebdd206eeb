package fr.jalon.courriers.impression;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** Letters printed on both sides: each begins a sheet. Where they begin is told by the bookmarks of the document. */
final class FeuillesNeuves {
  private FeuillesNeuves() {}

  /** Adds a blank page after each letter of an odd number of pages. */
  static byte[] pourChaqueLettre(byte[] lettres) {
    try (PDDocument document = Loader.loadPDF(lettres); ByteArrayOutputStream sortie = new ByteArrayOutputStream()) {
      PDPageTree pages = document.getPages();
      List<Integer> debuts = new ArrayList<>();
      for (PDOutlineItem lettre : document.getDocumentCatalog().getDocumentOutline().children()) {
        debuts.add(pages.indexOf(lettre.findDestinationPage(document)));
      }
      debuts.add(document.getNumberOfPages());
      // from the last one: what is added moves nothing of what is still to be looked at
      for (int i = debuts.size() - 1; i > 0; i--) {
        if ((debuts.get(i) - debuts.get(i - 1)) % 2 == 1) {
          PDPage derniere = pages.get(debuts.get(i) - 1);
          pages.insertAfter(new PDPage(derniere.getMediaBox()), derniere);
        }
      }
      document.save(sortie);
      return sortie.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
