package fr.jalon.echanges.caf.application;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes read of a file, for the progress. */
final class FluxCompte extends FilterInputStream {
  private volatile long lus;

  FluxCompte(InputStream entree) {
    super(entree);
  }

  long lus() {
    return lus;
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    lus += octet < 0 ? 0 : 1;
    return octet;
  }

  @Override
  public int read(byte[] octets, int debut, int longueur) throws IOException {
    int n = super.read(octets, debut, longueur);
    lus += Math.max(0, n);
    return n;
  }
}
