package fr.jalon.sauvegarde;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and fingerprints what goes through. Closing it leaves what is behind open. */
final class Comptage extends FilterOutputStream {
  private final MessageDigest condense;
  private long octets;

  Comptage(OutputStream sortie) {
    super(sortie);
    try {
      condense = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] tampon, int debut, int longueur) throws IOException {
    out.write(tampon, debut, longueur);
    condense.update(tampon, debut, longueur);
    octets += longueur;
  }

  @Override
  public void close() {
    // the next entry goes on behind
  }

  long octets() {
    return octets;
  }

  /** To be asked once, at the end. */
  String sha256() {
    return HexFormat.of().formatHex(condense.digest());
  }
}
