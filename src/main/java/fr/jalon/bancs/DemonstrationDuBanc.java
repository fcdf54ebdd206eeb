package fr.jalon.bancs;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * The demonstration made anew in a home of its own, as a person makes it who tries Jalon for the first time; beside it, the floor of the same run.
 */
final class DemonstrationDuBanc {
  private static final double CREATION_S = 90;

  private DemonstrationDuBanc() {}

  static List<Mesure> creer(PrintStream sortie) throws IOException, InterruptedException, SQLException {
    Path home = Files.createTempDirectory("jalon-banc-demo");
    Path brouillon = Files.createTempDirectory("jalon-banc-plancher");
    double nu;
    try (ServeurDuBanc serveur = ServeurDuBanc.demarrerNu()) {
      nu = serveur.secondesDeDemarrage();
    }
    try (ServeurDuBanc serveur = ServeurDuBanc.demarrer(home, "demo", "--neuf")) {
      PlancherDeLaDemonstration plancher = PlancherDeLaDemonstration.mesurer(home, brouillon);
      sortie.printf("démonstration créée, serveur compris : %.1f s ; plancher : serveur nu %.1f s, %,d lignes copiées %.1f s, %,d transactions d'une ligne %.1f s%n",
          serveur.secondesDeDemarrage(), nu, plancher.lignes(), plancher.copie(), plancher.transactions(), plancher.validation());
      return List.of(new Mesure("démonstration, du lancement à « prêt »", serveur.secondesDeDemarrage(), CREATION_S, "s", nu + plancher.secondes()));
    } finally {
      Atelier.effacer(home);
      Atelier.effacer(brouillon);
    }
  }
}
