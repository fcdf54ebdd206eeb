package fr.jalon.bancs;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The floor of a load on this machine: parse the same file with StAX, one after the other COPY the same rows into tables without index,
 * constraint or trigger. The rows are those the loader wrote, exported before (not timed).
 */
@Component
class Plancher {
  private static final List<String> TABLES = List.of("personne", "foyer", "droit", "montant", "adresse", "membre", "ressource", "situation");
  private static final double MILLIARD = 1e9;
  private final DataSource source;

  Plancher(@Qualifier("chargement") DataSource source) {
    this.source = source;
  }

  /** Seconds of each part. */
  record Mesure(double analyse, double copie) {
    double total() {
      return analyse + copie;
    }
  }

  /** Writes in a folder the rows to copy. */
  void preparer(Path dossier) {
    exporter(dossier);
  }

  /** @param dossier where the rows were {@link #preparer prepared} */
  Mesure mesurer(Path fichier, Path dossier) {
    double analyse = analyser(fichier);
    double copie = copier(dossier);
    return new Mesure(analyse, copie);
  }

  private static double analyser(Path fichier) {
    long debut = System.nanoTime();
    long caracteres = 0;
    try (InputStream entree = new BufferedInputStream(Files.newInputStream(fichier), 1 << 16)) {
      XMLStreamReader xml = new InputFactoryImpl().createXMLStreamReader(entree, "ISO-8859-1");
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.CHARACTERS) {
          caracteres += xml.getText().length();
        }
      }
      xml.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    if (caracteres == 0) {
      throw new IllegalStateException("Fichier vide : " + fichier);
    }
    return (System.nanoTime() - debut) / MILLIARD;
  }

  private void exporter(Path dossier) {
    dans(connexion -> {
      CopyManager copie = connexion.unwrap(PGConnection.class).getCopyAPI();
      for (String table : TABLES) {
        try (OutputStream sortie = new BufferedOutputStream(Files.newOutputStream(dossier.resolve(table + ".copie")), 1 << 16)) {
          copie.copyOut("copy allocataires." + table + " to stdout", sortie);
        }
      }
    });
  }

  private double copier(Path dossier) {
    long[] duree = new long[1];
    dans(connexion -> {
      try (Statement s = connexion.createStatement()) {
        s.execute("drop schema if exists plancher cascade");
        s.execute("create schema plancher");
        for (String table : TABLES) {
          s.execute("create table plancher." + table + " as select * from allocataires." + table + " with no data");
        }
      }
      CopyManager copie = connexion.unwrap(PGConnection.class).getCopyAPI();
      connexion.setAutoCommit(false);
      long debut = System.nanoTime();
      for (String table : TABLES) {
        try (InputStream entree = Files.newInputStream(dossier.resolve(table + ".copie"))) {
          copie.copyIn("copy plancher." + table + " from stdin", entree, 1 << 16);
        }
      }
      connexion.commit();
      duree[0] = System.nanoTime() - debut;
      connexion.setAutoCommit(true);
      try (Statement s = connexion.createStatement()) {
        s.execute("drop schema plancher cascade");
      }
    });
    return duree[0] / MILLIARD;
  }

  private interface Travail {
    void faire(Connection connexion) throws SQLException, IOException;
  }

  private void dans(Travail travail) {
    try (Connection connexion = source.getConnection()) {
      travail.faire(connexion);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
