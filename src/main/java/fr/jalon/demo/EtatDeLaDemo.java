package fr.jalon.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What is written beside the data of a demonstration: of which Département it is, and whether it is complete. */
record EtatDeLaDemo(Path fichier, String departement, boolean complete) {
  private static final String NOM = "demonstration.properties";

  static EtatDeLaDemo dans(Path home) {
    Path fichier = home.resolve(NOM);
    Properties lues = new Properties();
    if (Files.exists(fichier)) {
      try (InputStream entree = Files.newInputStream(fichier)) {
        lues.load(entree);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new EtatDeLaDemo(fichier, lues.getProperty("departement"), Boolean.parseBoolean(lues.getProperty("complete")));
  }

  void ecrire(String code, boolean finie) {
    Properties valeurs = new Properties();
    valeurs.setProperty("departement", code);
    valeurs.setProperty("complete", String.valueOf(finie));
    try (OutputStream sortie = Files.newOutputStream(fichier)) {
      valeurs.store(sortie, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
