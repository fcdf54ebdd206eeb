package fr.jalon.calcul;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The households computed by the public model, kept beside the project; the tests that need them are skipped when they are absent. */
public final class Oracle {
  private static final String FICHIER = "shared/oracle/rsa/generated.jsonl";

  private Oracle() {}

  /** Path of the file. */
  public static Path fichier() {
    Path ici = Path.of("").toAbsolutePath();
    while (ici != null && !Files.exists(ici.resolve(FICHIER))) {
      ici = ici.getParent();
    }
    Assumptions.assumeTrue(ici != null, "Les ménages du modèle public ne sont pas à côté du projet : la comparaison n'est pas jouée.");
    return ici.resolve(FICHIER);
  }

  /** Its lines. */
  public static List<String> lignes() throws IOException {
    return Files.readAllLines(fichier());
  }
}
