package fr.jalon.ecran;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/**
 * The way out of a file that may take only so long: past its time nothing more leaves, not even its end. The reader's browser then says that the
 * download failed, where a file cut and closed would pass for whole.
 */
final class SortieBornee extends FilterOutputStream {
  private final BooleanSupplier passee;
  private final String phrase;

  /** @param passee true once its time is over @param phrase what the failure says */
  SortieBornee(OutputStream sortie, BooleanSupplier passee, String phrase) {
    super(sortie);
    this.passee = passee;
    this.phrase = phrase;
  }

  @Override
  public void write(int octet) throws IOException {
    verifier();
    out.write(octet);
  }

  @Override
  public void write(byte[] octets, int debut, int longueur) throws IOException {
    verifier();
    out.write(octets, debut, longueur);
  }

  @Override
  public void flush() throws IOException {
    verifier();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    verifier();
    super.close();
  }

  private void verifier() throws IOException {
    if (passee.getAsBoolean()) {
      throw new IOException(phrase);
    }
  }
}
