package fr.jalon.bancs;

import fr.jalon.demarrage.Commande;
import org.springframework.stereotype.Component;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./jalon bench …}: the family of benches. */
@Component
@Command(name = "bench", description = "Mesurer les vitesses sur des données d'essai (bench import, bench pages).",
    subcommands = {BenchImportCommande.class, BenchPagesCommande.class})
class BenchCommande implements Commande {
  @Override
  public Integer call() {
    System.err.println("Dites ce que vous mesurez : ./jalon bench import ou ./jalon bench pages.");
    return CommandLine.ExitCode.USAGE;
  }
}
