package fr.jalon.echanges.caf.application;

import fr.jalon.socle.RefusMetier;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where files dropped by agents wait on disk: one file per content, named by its SHA-256, readable by the owner of the process only, gone
 * as soon as it is loaded or refused. A file refused for its totals alone stays until the server restarts, a file held until someone decides: an
 * agent may still accept them.
 */
@Component
public class DepotDeFichiers {
  /** Largest file taken, in bytes. */
  public static final long TAILLE_MAXIMALE = 4L << 30;
  private static final String SUFFIXE = ".depot";
  private static final String EN_ARRIVEE = ".arrivee";
  private static final long MARGE = 256L << 20;
  private final Path dossier;

  DepotDeFichiers(@Value("${jalon.depots:${jalon.home:.jalon}/depots}") String dossier) {
    this.dossier = Path.of(dossier).toAbsolutePath().normalize();
  }

  /** A file received whole. */
  public record Recu(Path fichier, String sha256, long octets) {}

  /**
   * Streams a file to the disk; memory does not grow with it.
   *
   * @param annonces size announced in bytes, or -1
   * @throws RefusMetier when it is empty, too big for Jalon or for the disk
   */
  public Recu recevoir(InputStream contenu, long annonces) {
    refuserTropGros(annonces);
    try {
      ouvrir();
      refuserSansPlace(annonces, Files.getFileStore(dossier).getUsableSpace());
      Path arrivee = Files.createTempFile(dossier, "recu-", EN_ARRIVEE,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try {
        return ranger(contenu, arrivee);
      } finally {
        Files.deleteIfExists(arrivee);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Recu ranger(InputStream contenu, Path arrivee) throws IOException {
    MessageDigest condense = sha256();
    long octets = 0;
    try (OutputStream sortie = new DigestOutputStream(Files.newOutputStream(arrivee), condense)) {
      byte[] tampon = new byte[1 << 16];
      for (int n = contenu.read(tampon); n >= 0; n = contenu.read(tampon)) {
        sortie.write(tampon, 0, n);
        octets += n;
        refuserTropGros(octets);
      }
    }
    if (octets == 0) {
      throw new RefusMetier("FICHIER_VIDE", "Ce fichier est vide. Déposez le fichier tel qu'il a été reçu de la CAF ou de la MSA.");
    }
    String empreinte = HexFormat.of().formatHex(condense.digest());
    Path place = place(empreinte);
    Files.move(arrivee, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return new Recu(place, empreinte, octets);
  }

  static void refuserSansPlace(long annonces, long libres) {
    if (annonces > 0 && libres < annonces + MARGE) {
      throw new RefusMetier("DISQUE_PLEIN",
          "Il n'y a plus assez de place sur le disque du serveur pour recevoir ce fichier. Prévenez l'administrateur.");
    }
  }

  private static void refuserTropGros(long octets) {
    if (octets > TAILLE_MAXIMALE) {
      throw new RefusMetier("FICHIER_TROP_GROS",
          "Ce fichier dépasse 4 Go. Compressez-le (.zip ou .gz) ou chargez-le par la commande ./jalon import caf.");
    }
  }

  /** The file of that content, when it is still there. */
  Optional<Path> retrouver(String sha256) {
    Path place = place(sha256);
    return Files.exists(place) ? Optional.of(place) : Optional.empty();
  }

  void oublier(Path fichier) {
    try {
      Files.deleteIfExists(fichier);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * At the start of the server: nobody waits for those any more.
   *
   * @param retenus content of the files held, which stay
   */
  void vider(Set<String> retenus) {
    if (Files.notExists(dossier)) {
      return;
    }
    try (Stream<Path> fichiers = Files.list(dossier)) {
      fichiers.filter(f -> f.toString().endsWith(SUFFIXE) || f.toString().endsWith(EN_ARRIVEE))
          .filter(f -> !retenus.contains(f.getFileName().toString().replace(SUFFIXE, ""))).forEach(this::oublier);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path place(String sha256) {
    return dossier.resolve(sha256 + SUFFIXE);
  }

  private void ouvrir() throws IOException {
    if (Files.notExists(dossier)) {
      Files.createDirectories(dossier.getParent());
      try {
        Files.createDirectory(dossier, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } catch (FileAlreadyExistsException e) {
        return;
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
