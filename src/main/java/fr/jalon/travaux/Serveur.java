package fr.jalon.travaux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The name of this server among those that share the database: drawn once, kept in its home, which two servers never share. A server started
 * again has the same name, and knows what it was doing.
 */
@Component
public class Serveur {
  private static final String FICHIER = "nom-du-serveur";
  private final Path fichier;
  private volatile String nom;

  Serveur(@Value("${jalon.home:.jalon}") Path home) {
    fichier = home.toAbsolutePath().normalize().resolve(FICHIER);
  }

  /** Eight letters and figures. */
  public String nom() {
    if (nom == null) {
      nom = lire();
    }
    return nom;
  }

  private String lire() {
    try {
      Files.createDirectories(fichier.getParent());
      try {
        Files.writeString(fichier, UUID.randomUUID().toString().substring(0, 8), java.nio.file.StandardOpenOption.CREATE_NEW);
      } catch (FileAlreadyExistsException _) {
        // drawn at a start before
      }
      return Files.readString(fichier).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
