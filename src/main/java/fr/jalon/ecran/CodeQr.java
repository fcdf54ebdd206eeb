package fr.jalon.ecran;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as the page draws it, in SVG: no script, no image to load. What it says must also stand beside it as text.
 *
 * @param cote   modules of a side, the white border included
 * @param chemin the black modules, as the path of an SVG whose unit is a module
 */
public record CodeQr(int cote, String chemin) {
  /** White modules that every reader wants around (ISO/IEC 18004). */
  public static final int MARGE = 4;

  /** The code of a text, at the middle level of correction. */
  public static CodeQr de(String texte) {
    QrCode code = QrCode.encodeText(texte, QrCode.Ecc.MEDIUM);
    StringBuilder chemin = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          chemin.append('M').append(x + MARGE).append(',').append(y + MARGE).append("h1v1h-1z");
        }
      }
    }
    return new CodeQr(code.size + 2 * MARGE, chemin.toString());
  }
}
