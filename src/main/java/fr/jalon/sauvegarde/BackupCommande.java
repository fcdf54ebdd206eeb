package fr.jalon.sauvegarde;

import fr.jalon.demarrage.Commande;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.journal.Journal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./jalon backup}: everything in one encrypted file, while the server runs or not. */
@Command(name = "backup", description = "Sauvegarde tout dans un fichier chiffré, pendant que Jalon travaille.",
    footer = {"", "La clé n'est pas dans la sauvegarde : gardez-en une copie ailleurs, sans elle le fichier ne se lit pas."})
class BackupCommande implements Commande {
  private final Sauvegarder sauvegarder;
  private final Journal journal;
  private final AgentSysteme systeme;
  private final Path home;
  private final String cle;
  @Parameters(paramLabel = "FICHIER", description = "Fichier à créer, hors du dossier de Jalon.")
  private Path fichier;

  BackupCommande(Sauvegarder sauvegarder, Journal journal, AgentSysteme systeme, @Value("${jalon.home:.jalon}") Path home,
      @Value("${jalon.cle:}") String cle) {
    this.sauvegarder = sauvegarder;
    this.journal = journal;
    this.systeme = systeme;
    this.home = home;
    this.cle = cle;
  }

  @Override
  public Integer call() throws Exception {
    long debut = System.nanoTime();
    Manifeste m = sauvegarder.vers(fichier);
    systeme.agir("commande:" + System.getProperty("user.name"), () -> {
      journal.tracer("SAUVEGARDE", null, null, String.format(Locale.FRENCH, "%,d lignes de %d tables, %d fichiers", m.lignes(), m.tables()
          .size(), m.fichiers().size()));
      return null;
    });
    System.out.printf(Locale.FRENCH, "Sauvegardé dans %s : %,d lignes de %d tables et %d fichiers, %.1f Mo, relus et vérifiés en %.0f s.%n", fichier,
        m.lignes(), m.tables().size(), m.fichiers().size(),
        Files.size(fichier) / 1e6, (System.nanoTime() - debut) / 1e9);
    System.out.println(cle.isBlank() ? "La clé n'y est pas : gardez une copie de " + home.resolve("cle")
        + " ailleurs que cette machine et que cette sauvegarde. Sans elle, rien ne se relit."
        : "La clé n'y est pas : c'est celle de JALON_CLE. Gardez-la ailleurs ; sans elle, rien ne se relit.");
    return 0;
  }
}
