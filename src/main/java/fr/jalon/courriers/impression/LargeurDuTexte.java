package fr.jalon.courriers.impression;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** How wide a text is in the type of the letters. */
final class LargeurDuTexte {
  /** Beyond the letters of our languages: one size of the type, the widest a sign may be. */
  private static final int CONNUS = 0x2200;
  private static final double[] LARGEURS = lire();

  private LargeurDuTexte() {}

  /** In sizes of the type: multiply by the size. */
  static double de(String texte) {
    return texte.codePoints().mapToDouble(c -> c < CONNUS ? LARGEURS[c] : 1).sum();
  }

  private static double[] lire() {
    try (InputStream police = LargeurDuTexte.class.getResourceAsStream("/courriers/police/AtkinsonHyperlegible-Regular.ttf");
        TrueTypeFont lue = new TTFParser().parse(new RandomAccessReadBuffer(police))) {
      CmapLookup signes = lue.getUnicodeCmapLookup();
      double[] largeurs = new double[CONNUS];
      for (int c = 0; c < CONNUS; c++) {
        largeurs[c] = lue.getAdvanceWidth(signes.getGlyphId(c)) / (double) lue.getUnitsPerEm();
      }
      return largeurs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
