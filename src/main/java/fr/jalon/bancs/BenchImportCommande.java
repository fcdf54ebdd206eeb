package fr.jalon.bancs;

import fr.jalon.demarrage.Commande;
import fr.jalon.demo.generation.GrosFichier;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./jalon bench import}: for each size, a first load, the load of the next month where 5 % of the foyers changed, and the floor on
 * the same machine in the same run.
 */
@Component
@Command(name = "import", description = "Chargement d'un fichier mensuel : durée, foyers/s, mémoire, rapport au plancher.")
class BenchImportCommande implements Commande {
  private static final double MEGA = 1024.0 * 1024;
  private static final int TOURS_D_ECHAUFFEMENT = 8;
  private static final int FOYERS_D_ECHAUFFEMENT = 6_000;
  /** Times the floor. */
  private static final double PREMIER = 2;
  private static final double SUIVANT = 0.8;
  private final Atelier atelier;
  private final Plancher plancher;
  private final Processeur processeur;

  @Option(names = "--tailles", split = ",", paramLabel = "N", description = "Nombres de foyers (6000,60000,600000).")
  private List<Integer> tailles = List.of(6_000, 60_000, 600_000);

  BenchImportCommande(Atelier atelier, Plancher plancher, Processeur processeur) {
    this.atelier = atelier;
    this.plancher = plancher;
    this.processeur = processeur;
  }

  @Override
  public Integer call() throws IOException {
    mesurer(System.out, tailles);
    return 0;
  }

  List<Mesure> mesurer(PrintStream sortie, List<Integer> tailles) throws IOException {
    List<Mesure> mesures = new ArrayList<>();
    atelier.verifierLeDossier();
    Path dossier = atelier.dossier();
    double aFroid = echauffer(dossier);
    sortie.println("plancher = analyse StAX du même fichier + COPY des mêmes lignes dans des tables sans index ; tas : maximum de la JVM, -Xmx "
        + Math.round(Runtime.getRuntime().maxMemory() / MEGA) + " Mo ; processeur : secondes de Java + secondes de PostgreSQL");
    sortie.printf("%9s %8s %18s %9s %9s %10s %9s %8s %13s%n", "foyers", "Mo", "mesure", "secondes", "foyers/s", "s/10 000", "tas Mo",
        "rapport", "processeur");
    sortie.printf("%9d %8s %18s %9.2f   (processus neuf, rien n'est encore compilé)%n", FOYERS_D_ECHAUFFEMENT, "", "à froid", aFroid);
    for (int taille : tailles) {
      Path premier = dossier.resolve("banc-" + taille + "-0.xml");
      Path second = dossier.resolve("banc-" + taille + "-1.xml");
      long octets = GrosFichier.ecrire(premier, Atelier.DEPARTEMENT, taille, 0);
      GrosFichier.ecrire(second, Atelier.DEPARTEMENT, taille, 1);
      atelier.vider();
      Duree premiere = chronometrer(premier);
      plancher.preparer(dossier);
      Processeur.Temps avant = processeur.lire();
      Plancher.Mesure p = plancher.mesurer(premier, dossier);
      Duree duPlancher = new Duree(p.total(), Double.NaN, processeur.lire().depuis(avant));
      Duree seconde = chronometrer(second);
      ligne(sortie, taille, octets, "plancher", duPlancher, Double.NaN);
      ligne(sortie, taille, octets, "premier chargement", premiere, premiere.secondes / p.total());
      ligne(sortie, taille, octets, "mois suivant, 5 %", seconde, seconde.secondes / p.total());
      mesures.add(Mesure.rapport("premier chargement, %,d foyers".formatted(taille), premiere.secondes, p.total(), PREMIER));
      mesures.add(Mesure.rapport("mois suivant, 5 %% changent, %,d foyers".formatted(taille), seconde.secondes, p.total(), SUIVANT));
      sortie.printf("%9s %8s   (plancher : analyse %.2f s, COPY %.2f s)%n", "", "", p.analyse(), p.copie());
      Files.delete(premier);
      Files.delete(second);
    }
    return mesures;
  }

  /**
   * The JVM compiles before it is measured, as it would have after some files: first loads and next months, several times.
   *
   * @return seconds of the very first load, nothing being compiled yet
   */
  private double echauffer(Path dossier) throws IOException {
    Path fichier = dossier.resolve("echauffement.xml");
    double aFroid = 0;
    for (int tour = 0; tour < TOURS_D_ECHAUFFEMENT; tour++) {
      atelier.vider();
      for (int mois = 0; mois < 2; mois++) {
        GrosFichier.ecrire(fichier, Atelier.DEPARTEMENT, FOYERS_D_ECHAUFFEMENT, mois);
        double duree = atelier.charger(fichier).dureeMs() / 1000.0;
        aFroid = tour + mois == 0 ? duree : aFroid;
      }
    }
    Files.delete(fichier);
    return aFroid;
  }

  /** Seconds that passed, most memory used (MB), seconds of processor. */
  private record Duree(double secondes, double tas, Processeur.Temps travail) {}

  private Duree chronometrer(Path fichier) {
    System.gc();
    tas().forEach(MemoryPoolMXBean::resetPeakUsage);
    Processeur.Temps avant = processeur.lire();
    double secondes = atelier.charger(fichier).dureeMs() / 1000.0;
    return new Duree(secondes, tasMaximal(), processeur.lire().depuis(avant));
  }

  private static List<MemoryPoolMXBean> tas() {
    return ManagementFactory.getMemoryPoolMXBeans().stream().filter(m -> m.getType() == MemoryType.HEAP).toList();
  }

  private static double tasMaximal() {
    return tas().stream().mapToLong(m -> m.getPeakUsage().getUsed()).sum() / MEGA;
  }

  private static void ligne(PrintStream sortie, int foyers, long octets, String mesure, Duree d, double rapport) {
    sortie.printf("%9d %8.0f %18s %9.2f %9.0f %10.2f %9s %8s %13s%n", foyers, octets / MEGA, mesure, d.secondes, foyers / d.secondes,
        d.secondes / foyers * 10_000,
        Double.isNaN(d.tas) ? "" : "%.0f".formatted(d.tas), Double.isNaN(rapport) ? "" : "%.2f".formatted(rapport),
        "%.1f + %.1f".formatted(d.travail.java(), d.travail.base()));
    sortie.flush();
  }
}
