package fr.jalon.orientation.ligne;

import fr.jalon.demarrage.Commande;
import org.springframework.stereotype.Component;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./jalon orientation …}: the family. */
@Component
@Command(name = "orientation", description = "L'orientation des nouveaux entrants (orientation a-traiter).",
    subcommands = OrientationATraiterCommande.class)
class OrientationCommande implements Commande {
  @Override
  public Integer call() {
    System.err.println("Dites ce que vous voulez : ./jalon orientation a-traiter [--json]");
    return CommandLine.ExitCode.USAGE;
  }
}
