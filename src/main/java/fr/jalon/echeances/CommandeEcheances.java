package fr.jalon.echeances;

import fr.jalon.demarrage.Commande;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;

/** {@code ./jalon echeances}: the daily sweep, now; beside a running server or without one. */
@Component
@Command(name = "echeances", description =
    "Met à jour le registre des échéances, comme chaque nuit, et dit combien sont en retard, proches, à temps, suspendues.")
class CommandeEcheances implements Commande {
  private final BalayerLesEcheances balayer;

  CommandeEcheances(BalayerLesEcheances balayer) {
    this.balayer = balayer;
  }

  @Override
  public Integer call() {
    BalayerLesEcheances.Bilan bilan = balayer.executer("commande:" + System.getProperty("user.name"));
    PrintStream sortie = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    sortie.printf("Échéances au %s, %d mises à jour%n", bilan.jour(), bilan.changees());
    bilan.comptes().forEach(c -> sortie.printf("%-20s %-10s %6d%n", c.nature(), c.situation(), c.nombre()));
    return 0;
  }
}
