package fr.jalon.echanges.bornes;

import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes read. */
public class OctetsComptes extends InputStream {
  private final InputStream entree;
  private volatile long lus;

  /** @param entree closed with this one */
  public OctetsComptes(InputStream entree) {
    this.entree = entree;
  }

  /** Bytes read so far. */
  public long lus() {
    return lus;
  }

  @Override
  public int read() throws IOException {
    byte[] un = new byte[1];
    return read(un, 0, 1) < 0 ? -1 : un[0] & 0xff;
  }

  @Override
  public int read(byte[] octets, int debut, int longueur) throws IOException {
    int n = entree.read(octets, debut, longueur);
    if (n > 0) {
      lus += n;
      compter(octets, debut, n);
    }
    return n;
  }

  /** Called after each read that gave something: {@code n} bytes, from {@code debut}. */
  protected void compter(byte[] octets, int debut, int n) {}

  @Override
  public void close() throws IOException {
    entree.close();
  }
}
