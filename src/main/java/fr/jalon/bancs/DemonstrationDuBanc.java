package fr.jalon.bancs;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The demonstration made anew in a home of its own, as a person makes it who tries Jalon for the first time. */
final class DemonstrationDuBanc {
  private static final double CREATION_S = 90;

  private DemonstrationDuBanc() {}

  static List<Mesure> creer(PrintStream sortie) throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("jalon-banc-demo");
    try (ServeurDuBanc serveur = ServeurDuBanc.demarrer(home, "demo", "--neuf")) {
      sortie.printf("démonstration créée, serveur compris : %.1f s%n", serveur.secondesDeDemarrage());
      return List.of(Mesure.de("démonstration, du lancement à « prêt »", serveur.secondesDeDemarrage(), CREATION_S, "s"));
    } finally {
      Atelier.effacer(home);
    }
  }
}
