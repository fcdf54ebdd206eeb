package fr.jalon.sauvegarde;

import fr.jalon.demarrage.DemarrageImpossible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What an instance keeps beside its database: letters printed, files received that wait, what tells a demonstration. Neither the key nor the
 * passwords: they are kept elsewhere.
 */
final class FichiersDuHome {
  private static final List<String> DOSSIERS = List.of("courriers", "depots");
  private static final String PARTIEL = ".partiel";
  private static final String DEMONSTRATION = "demonstration.properties";
  private final Path home;
  private final Map<String, Path> dossiers = new TreeMap<>();
  /** Written beside, by name, and the place of each. */
  private final Map<String, Path> poses = new LinkedHashMap<>();

  /** @param propriete gives a setting of Spring or {@code null}: {@code jalon.courriers}, {@code jalon.depots} */
  FichiersDuHome(Path home, UnaryOperator<String> propriete) {
    this.home = home.toAbsolutePath().normalize();
    for (String dossier : DOSSIERS) {
      String regle = propriete.apply("jalon." + dossier);
      dossiers.put(dossier, (regle == null || regle.isBlank() ? home.resolve(dossier) : Path.of(regle)).toAbsolutePath().normalize());
    }
  }

  /** The files there are, by their name in a backup. What is still being written is left out, and what goes away meanwhile. */
  Map<String, Path> presents() throws IOException {
    Map<String, Path> presents = new TreeMap<>();
    for (Map.Entry<String, Path> dossier : dossiers.entrySet()) {
      if (Files.isDirectory(dossier.getValue())) {
        // a folder may be a link to another disk
        Path vrai = dossier.getValue().toRealPath();
        Files.walkFileTree(vrai, new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path f, BasicFileAttributes attributs) {
            if (attributs.isRegularFile() && !f.toString().endsWith(PARTIEL) && !f.toString().endsWith(".arrivee")) {
              presents.put(dossier.getKey() + "/" + vrai.relativize(f), f);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path f, IOException raison) throws IOException {
            if (raison instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw raison;
          }
        });
      }
    }
    if (Files.exists(home.resolve(DEMONSTRATION))) {
      presents.put(DEMONSTRATION, home.resolve(DEMONSTRATION));
    }
    return presents;
  }

  /** Writes a file of a backup beside its place, where nobody looks yet. @throws DemarrageImpossible for a name that would write elsewhere */
  void poser(String nom, InputStream contenu) throws IOException {
    Path place = place(nom);
    Path partiel = partiel(place);
    Files.deleteIfExists(partiel);
    Files.createFile(partiel, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    poses.put(nom, place);
    Files.copy(contenu, partiel, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Puts in their places the files that were written beside, now that the database they go with is there.
   *
   * @param seuls true to erase the others that the home held: they were of the data replaced. What is kept elsewhere than in the home stays
   */
  void mettreEnPlace(boolean seuls) throws IOException {
    for (Path place : poses.values()) {
      Files.move(partiel(place), place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
    if (seuls) {
      for (Map.Entry<String, Path> f : presents().entrySet()) {
        if (!poses.containsKey(f.getKey()) && dossier(f.getKey()).startsWith(home)) {
          Files.deleteIfExists(f.getValue());
        }
      }
    }
    poses.clear();
  }

  /** Throws away what was written beside and not put in its place. */
  void abandonner() {
    poses.values().forEach(place -> partiel(place).toFile().delete());
    poses.clear();
  }

  private static Path partiel(Path place) {
    return place.resolveSibling(place.getFileName() + PARTIEL);
  }

  /** Where the files of such a name are, or {@code null} when it is none of ours. */
  private Path dossier(String nom) {
    int barre = nom.indexOf('/');
    return barre < 0 ? home : dossiers.get(nom.substring(0, barre));
  }

  /** True when putting a backup in this home with {@link #mettreEnPlace} would erase this file. */
  boolean effacerait(Path fichier) throws IOException {
    Path vrai = fichier.toRealPath();
    for (Path dossier : dossiers.values()) {
      if (dossier.startsWith(home) && Files.isDirectory(dossier) && vrai.startsWith(dossier.toRealPath())) {
        return true;
      }
    }
    return false;
  }

  /** Where a file of a backup goes. @throws DemarrageImpossible for a name that would write elsewhere */
  Path place(String nom) throws IOException {
    int barre = nom.indexOf('/');
    Path dossier = dossier(nom);
    Path place = dossier == null ? null : dossier.resolve(nom.substring(barre + 1)).normalize();
    if (place == null || !place.startsWith(dossier) || barre < 0 && !nom.equals(DEMONSTRATION)) {
      throw new DemarrageImpossible("Cette sauvegarde contient un fichier inattendu (« " + nom + " ») : elle n'est pas restaurée.");
    }
    if (barre >= 0 && Files.notExists(place.getParent())) {
      Files.createDirectories(place.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return place;
  }
}
