package fr.jalon.sauvegarde;

import fr.jalon.demarrage.DemarrageImpossible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What an instance keeps beside its database: letters printed, files received that wait, what tells a demonstration. Neither the key nor the
 * passwords: they are kept elsewhere.
 */
final class FichiersDuHome {
  private static final List<String> DOSSIERS = List.of("courriers", "depots");
  private static final String DEMONSTRATION = "demonstration.properties";
  private final Path home;
  private final Map<String, Path> dossiers = new TreeMap<>();

  /** @param propriete gives a setting of Spring or {@code null}: {@code jalon.courriers}, {@code jalon.depots} */
  FichiersDuHome(Path home, UnaryOperator<String> propriete) {
    this.home = home;
    for (String dossier : DOSSIERS) {
      String regle = propriete.apply("jalon." + dossier);
      dossiers.put(dossier, (regle == null || regle.isBlank() ? home.resolve(dossier) : Path.of(regle)).toAbsolutePath().normalize());
    }
  }

  /** The files there are, by their name in a backup. What is still being written is left out. */
  Map<String, Path> presents() throws IOException {
    Map<String, Path> presents = new TreeMap<>();
    for (Map.Entry<String, Path> dossier : dossiers.entrySet()) {
      if (Files.isDirectory(dossier.getValue())) {
        try (Stream<Path> fichiers = Files.walk(dossier.getValue())) {
          fichiers.filter(Files::isRegularFile).filter(f -> !f.toString().endsWith(".partiel") && !f.toString().endsWith(".arrivee"))
              .forEach(f -> presents.put(dossier.getKey() + "/" + dossier.getValue().relativize(f), f));
        }
      }
    }
    if (Files.exists(home.resolve(DEMONSTRATION))) {
      presents.put(DEMONSTRATION, home.resolve(DEMONSTRATION));
    }
    return presents;
  }

  /** Where a file of a backup goes. @throws DemarrageImpossible for a name that would write elsewhere */
  Path place(String nom) throws IOException {
    int barre = nom.indexOf('/');
    Path dossier = barre < 0 ? home : dossiers.get(nom.substring(0, barre));
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
