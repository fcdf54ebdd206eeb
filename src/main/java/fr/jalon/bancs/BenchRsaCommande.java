package fr.jalon.bancs;

import fr.jalon.calcul.CalculDuDroit;
import fr.jalon.calcul.Menage;
import fr.jalon.demarrage.CommandeSansBase;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./jalon bench rsa}: households calculated in a second, on one core and on all. Making the households is not in the time. */
@Command(name = "rsa",
    description = "Calcul du RSA et de la prime d'activité : ménages par seconde, sur un cœur et sur tous (médiane de trois passages).")
class BenchRsaCommande implements CommandeSansBase {
  private static final YearMonth MOIS = YearMonth.of(2026, 6);
  private static final int LOT = 10_000;
  private static final int LOTS_D_ECHAUFFEMENT = 5;
  private static final double MEGA = 1024.0 * 1024;
  private static final double MILLIARD = 1e9;

  @Option(names = "--menages", paramLabel = "N", description = "Nombre de ménages (100000).")
  private int menages = 100_000;

  /**
   * One pass.
   *
   * @param secondes   on the clock
   * @param processeur seconds of processor, all cores added: what the pass costs when others use the machine too
   */
  private record Passage(double secondes, double processeur) {}

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    int coeurs = Runtime.getRuntime().availableProcessors();
    mesurer(1, LOTS_D_ECHAUFFEMENT);
    mesurer(coeurs, LOTS_D_ECHAUFFEMENT);
    PrintStream sortie = System.out;
    double avant = tas();
    int lots = Math.max(1, menages / LOT);
    ligne(sortie, 1, median(1, lots), lots);
    ligne(sortie, coeurs, median(coeurs, lots), lots);
    sortie.printf("mémoire occupée : %.1f Mo avant, %.1f Mo après%n", avant, tas());
    return 0;
  }

  private static void ligne(PrintStream sortie, int coeurs, Passage p, int lots) {
    sortie.printf("%d cœur%s : %,d ménages en %.3f s, %,.0f ménages/s (%,.0f par seconde de processeur)%n", coeurs, coeurs > 1 ? "s" : "", lots * LOT,
        p.secondes(), lots * LOT / p.secondes(), lots * LOT / p.processeur());
  }

  /** The middle one of three passes: a machine shared with others has good and bad moments. */
  private static Passage median(int coeurs, int lots) throws InterruptedException, ExecutionException {
    List<Passage> passages = new ArrayList<>(List.of(mesurer(coeurs, lots), mesurer(coeurs, lots), mesurer(coeurs, lots)));
    passages.sort(Comparator.comparing(Passage::secondes));
    return passages.get(1);
  }

  /** Calculation alone; verification of the household is part of it, as for whoever calls the library. */
  private static Passage mesurer(int coeurs, int lots) throws InterruptedException, ExecutionException {
    long duree = 0;
    long processeur = 0;
    try (ExecutorService ouvriers = Executors.newFixedThreadPool(coeurs)) {
      for (int lot = 0; lot < lots; lot++) {
        List<Menage> tous = new MenagesAuHasard(lot, MOIS).menages(LOT);
        long debut = System.nanoTime();
        List<Future<Long>> parts = new ArrayList<>();
        for (int c = 0; c < coeurs; c++) {
          List<Menage> part = tous.subList(LOT * c / coeurs, LOT * (c + 1) / coeurs);
          parts.add(ouvriers.submit(() -> calculer(part)));
        }
        for (Future<Long> part : parts) {
          processeur += part.get();
        }
        duree += System.nanoTime() - debut;
      }
    }
    return new Passage(duree / MILLIARD, processeur / MILLIARD);
  }

  /** @return nanoseconds of processor spent by this thread */
  private static long calculer(List<Menage> part) {
    ThreadMXBean fils = ManagementFactory.getThreadMXBean();
    long debut = fils.getCurrentThreadCpuTime();
    long total = 0;
    for (Menage menage : part) {
      total += calculer(menage);
    }
    if (total == 0) {
      throw new IllegalStateException("Les ménages du banc n'ont aucun droit : le calcul n'a pas eu lieu.");
    }
    return fils.getCurrentThreadCpuTime() - debut;
  }

  private static long calculer(Menage menage) {
    var r = CalculDuDroit.enVigueur().calculer(menage, MOIS);
    return r.rsaEnUnites() + r.primeEnUnites();
  }

  private static double tas() {
    System.gc();
    Runtime r = Runtime.getRuntime();
    return (r.totalMemory() - r.freeMemory()) / MEGA;
  }
}
