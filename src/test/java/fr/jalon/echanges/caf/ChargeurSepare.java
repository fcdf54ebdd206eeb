package fr.jalon.echanges.caf;

import fr.jalon.Jalon;
import fr.jalon.echanges.caf.application.ChargerFichier;
import fr.jalon.echanges.caf.application.Rapport;
import fr.jalon.habilitations.AgentSysteme;
import java.nio.file.Path;
import java.time.LocalDate;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Another JVM that loads a file and says how far it is, so that a test may kill it. First argument the file, then the options of Jalon. */
final class ChargeurSepare {
  private ChargeurSepare() {}

  public static void main(String[] mots) {
    Path fichier = Path.of(mots[0]);
    try (var jalon = new SpringApplicationBuilder(Jalon.class).web(WebApplicationType.NONE).run(java.util.Arrays.copyOfRange(mots, 1, mots.length))) {
      System.out.println("PRET");
      ChargerFichier chargement = jalon.getBean(ChargerFichier.class);
      Rapport r = jalon.getBean(AgentSysteme.class)
          .agir("essai", () -> chargement.charger(new ChargerFichier.Demande(fichier, fichier.getFileName().toString(),
          LocalDate.of(2025, 8, 5), "Bien plus de foyers que le premier fichier : c'est voulu."),
          (dossiers, _, _) -> System.out.println("LUS " + dossiers)));
      System.out.println("FINI " + r.statut() + " " + r.foyers().crees() + " " + r.rejets().size() + " " + r.motif());
    }
    System.exit(0);
  }
}
