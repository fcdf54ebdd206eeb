package fr.jalon.echanges.caf.ligne;

import fr.jalon.demarrage.Commande;
import fr.jalon.echanges.caf.application.ChargerFichier;
import fr.jalon.echanges.caf.application.ChargerFichier.Demande;
import fr.jalon.echanges.caf.application.Rapport;
import fr.jalon.habilitations.AgentSysteme;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./jalon import caf FICHIER… [--json]}. One report per file on standard output (with {@code --json} one JSON object for one file, an array
 * for several). Exit code 0 when every file is loaded or already was, 2 when one is refused or held.
 */
@Component
@Command(name = "caf", description = "Charger des fichiers de la CAF ou de la MSA (VRSB, VRSD, VRSF, VRSC ; XML, .gz ou .zip).")
class ImportCafCommande implements Commande {
  private static final int REFUS = 2;
  private final ChargerFichier chargement;
  private final AgentSysteme systeme;
  private final JsonMapper json;

  @Parameters(arity = "1..*", paramLabel = "FICHIER", description = "Les fichiers, dans l'ordre où ils ont été reçus.")
  private List<Path> fichiers;
  @Option(names = "--json", description = "Écrire le rapport en JSON.")
  private boolean enJson;
  @Option(names = "--accepter-ecart", paramLabel = "RAISON",
      description = "Charger malgré un total qui ne concorde pas, ou un fichier retenu parce qu'il surprend, avec la raison ; l'acte est tracé.")
  private String ecart;
  @Option(names = "--recu-le", paramLabel = "AAAA-MM-JJ",
      description = "Jour de réception, s'il n'est pas aujourd'hui : il fait partir les délais d'orientation.")
  private LocalDate recuLe;

  ImportCafCommande(ChargerFichier chargement, AgentSysteme systeme, JsonMapper json) {
    this.chargement = chargement;
    this.systeme = systeme;
    this.json = json;
  }

  @Override
  public Integer call() {
    PrintWriter sortie = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter erreurs = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    if (ecart != null && ecart.isBlank()) {
      erreurs.println("Dites pourquoi l'écart est accepté : --accepter-ecart \"raison\".");
      return REFUS;
    }
    List<Rapport> rapports = new ArrayList<>();
    for (Path fichier : fichiers) {
      if (!Files.isReadable(fichier) || Files.isDirectory(fichier)) {
        erreurs.println("Le fichier " + fichier + " n'existe pas ou ne peut pas être lu. Vérifiez son nom.");
        return REFUS;
      }
    }
    for (Path fichier : fichiers) {
      Progression progression = new Progression(fichier.getFileName().toString(), erreurs);
      Rapport rapport = systeme.agir("commande:" + System.getProperty("user.name"),
          () -> chargement.charger(new Demande(fichier, fichier.getFileName().toString(), recuLe, ecart), progression));
      progression.fin();
      rapports.add(rapport);
      if (!enJson) {
        RapportEnClair.ecrire(rapport, sortie);
      }
    }
    if (enJson) {
      sortie.println(json.writeValueAsString(rapports.size() == 1 ? rapports.getFirst() : rapports));
    }
    sortie.flush();
    return rapports.stream().allMatch(Rapport::charge) ? 0 : REFUS;
  }
}
