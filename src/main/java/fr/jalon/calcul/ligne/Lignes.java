package fr.jalon.calcul.ligne;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a stream of bytes, one after the other; empty ones are skipped, a line longer than {@value #LONGUEUR} bytes is cut. */
final class Lignes {
  private static final int LONGUEUR = 4 << 20;
  private static final int TAMPON = 1 << 16;
  private final InputStream entree;
  private final byte[] tampon = new byte[TAMPON];
  private int lu;
  private int fin;

  Lignes(InputStream entree) {
    this.entree = entree;
  }

  /** The next line without its end, or null after the last. */
  byte[] suivante() throws IOException {
    ByteArrayOutputStream ligne = new ByteArrayOutputStream(TAMPON / 16);
    boolean commencee = false;
    while (lu < fin || remplir()) {
      commencee = true;
      int debut = lu;
      while (lu < fin && tampon[lu] != '\n') {
        lu++;
      }
      garder(ligne, debut, lu);
      if (lu < fin) {
        lu++;
        if (!vide(ligne)) {
          return ligne.toByteArray();
        }
        ligne.reset();
      }
    }
    return commencee && !vide(ligne) ? ligne.toByteArray() : null;
  }

  /** True when more bytes can be read at once, without waiting for who writes them. */
  boolean encore() throws IOException {
    return lu < fin || entree.available() > 0;
  }

  private void garder(ByteArrayOutputStream ligne, int de, int a) {
    ligne.write(tampon, de, Math.min(a - de, Math.max(0, LONGUEUR - ligne.size())));
  }

  private boolean remplir() throws IOException {
    fin = Math.max(0, entree.read(tampon));
    lu = 0;
    return fin > 0;
  }

  private static boolean vide(ByteArrayOutputStream ligne) {
    return ligne.size() < 64 && ligne.toString(java.nio.charset.StandardCharsets.UTF_8).isBlank();
  }
}
