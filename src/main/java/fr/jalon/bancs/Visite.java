package fr.jalon.bancs;

import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * Agents who work: each opens the list, searches, opens dossiers, with about a second between two clicks, all at once. Times are seen
 * from the client on the same machine: they hold the network and the waiting too.
 */
final class Visite {
  static final String MOT_DE_PASSE = "banc-d-essai-2025";
  private static final long ENTRE_DEUX_CLICS_NS = 1_000_000_000L;
  private static final String TABLEAU = "tableau de bord à une date passée";
  private static final double PAGE_MS = 50;
  private static final double TABLEAU_MS = 300;
  private final String adresse;
  private final List<Long> ids;
  private final List<String> noms;
  private final LocalDate passe;
  private final Chronometre chronometre = new Chronometre();

  Visite(String adresse, List<Long> ids, List<String> noms, LocalDate passe) {
    this.adresse = adresse;
    this.ids = ids;
    this.noms = noms;
    this.passe = passe;
  }

  /** Measures, tells each page, and gives what has a target. */
  List<Mesure> mesurer(int agents, int secondes, PrintStream sortie) throws Exception {
    NavigateurDuBanc seul = new NavigateurDuBanc(adresse);
    seul.connecter("banc", MOT_DE_PASSE);
    RandomGenerator hasard = RandomGenerator.of("L64X128MixRandom");
    for (int i = 0; i < 30; i++) {
      clic(seul, hasard, i, false);
      ouvrir(seul, "/tableau-de-bord?au=" + passe);
    }
    for (int i = 0; i < 5; i++) {
      noter(TABLEAU, ouvrir(seul, "/tableau-de-bord?au=" + passe.minusMonths(i)));
    }
    List<Thread> fils = new ArrayList<>();
    long fin = System.nanoTime() + secondes * 1_000_000_000L;
    for (int a = 0; a < agents; a++) {
      int graine = a;
      // one session for all: logging in is limited on purpose, and is not what is measured
      fils.add(Thread.ofVirtual().start(() -> travailler(seul, graine, fin)));
    }
    for (Thread fil : fils) {
      fil.join();
    }
    sortie.printf("%d agents à la fois, un clic par seconde environ, %d s%n", agents, secondes);
    chronometre.dire(sortie);
    return List.of(Mesure.de("liste, p95, %d agents".formatted(agents), chronometre.centile("liste", 0.95), PAGE_MS, "ms"),
        Mesure.de("recherche, p95, %d agents".formatted(agents), chronometre.centile("recherche", 0.95), PAGE_MS, "ms"),
        Mesure.de("dossier, p95, %d agents".formatted(agents), chronometre.centile("dossier", 0.95), PAGE_MS, "ms"),
        Mesure.de("tableau de bord à une date passée, le plus long de 5", chronometre.centile(TABLEAU, 1), TABLEAU_MS, "ms"));
  }

  private void travailler(NavigateurDuBanc client, int graine, long fin) {
    RandomGenerator hasard = new java.util.SplittableRandom(graine);
    for (int i = 0; System.nanoTime() < fin; i++) {
      LockSupport.parkNanos((long) (ENTRE_DEUX_CLICS_NS * (0.5 + hasard.nextDouble())));
      try {
        clic(client, hasard, i, true);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void clic(NavigateurDuBanc client, RandomGenerator hasard, int rang, boolean mesure) throws IOException, InterruptedException {
    String nom = noms.get(hasard.nextInt(noms.size()));
    String page = switch (rang % 4) {
      case 0 -> "liste";
      case 1 -> "recherche";
      default -> "dossier";
    };
    long duree = ouvrir(client, switch (page) {
      case "liste" -> "/allocataires?page=" + (1 + hasard.nextInt(20));
      case "recherche" -> "/allocataires?q=" + NavigateurDuBanc.encoder(nom.substring(0, Math.min(nom.length(), 4)));
      default -> "/dossier/" + ids.get(hasard.nextInt(ids.size()));
    });
    if (mesure) {
      noter(page, duree);
    }
  }

  private void noter(String page, long duree) {
    chronometre.noter(page, duree);
  }

  private static long ouvrir(NavigateurDuBanc client, String chemin) throws IOException, InterruptedException {
    PageDuBanc page = client.ouvrir(chemin);
    if (page.statut() != 200 || page.dehors()) {
      throw new IllegalStateException(chemin + " : " + page.statut());
    }
    return page.duree();
  }
}
