package fr.jalon.echanges.caf.ligne;

import fr.jalon.demarrage.Commande;
import org.springframework.stereotype.Component;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./jalon import …}: the family of imports. */
@Component
@Command(name = "import", description = "Charger des fichiers reçus (import caf FICHIER…).", subcommands = ImportCafCommande.class)
class ImportCommande implements Commande {
  @Override
  public Integer call() {
    System.err.println("Dites ce que vous importez : ./jalon import caf FICHIER…");
    return CommandLine.ExitCode.USAGE;
  }
}
