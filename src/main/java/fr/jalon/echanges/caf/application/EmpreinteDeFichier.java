package fr.jalon.echanges.caf.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a file as it was given: what {@code sha256sum} prints. */
final class EmpreinteDeFichier {
  private EmpreinteDeFichier() {}

  static String sha256(Path fichier) {
    try (InputStream entree = Files.newInputStream(fichier)) {
      MessageDigest condense = MessageDigest.getInstance("SHA-256");
      byte[] tampon = new byte[1 << 16];
      for (int n = entree.read(tampon); n >= 0; n = entree.read(tampon)) {
        condense.update(tampon, 0, n);
      }
      return HexFormat.of().formatHex(condense.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
