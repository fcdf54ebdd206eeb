package fr.jalon.bancs;

import fr.jalon.demarrage.Commande;
import org.springframework.stereotype.Component;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./jalon bench …}: the family of benches. */
@Component
@Command(name = "bench",
    description =
    "Mesurer les vitesses sur des données d'essai (bench import, bench pages, bench rsa, bench affectation, bench agents, bench heures, bench demarrage, bench tout).",
    subcommands = {BenchImportCommande.class, BenchPagesCommande.class, BenchRsaCommande.class, BenchAffectationCommande.class,
        BenchAgentsCommande.class, BenchHeuresCommande.class,
        BenchDemarrageCommande.class, BenchToutCommande.class})
class BenchCommande implements Commande {
  @Override
  public Integer call() {
    System.err.println("Dites ce que vous mesurez : ./jalon bench import, ./jalon bench pages, ./jalon bench rsa, ./jalon bench affectation, ./jalon bench agents, ./jalon bench heures, ./jalon bench demarrage, ou ./jalon bench tout.");
    return CommandLine.ExitCode.USAGE;
  }
}
