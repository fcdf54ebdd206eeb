package fr.jalon.bancs;

import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * Agents of every role who work: each opens the list, searches, opens dossiers, a page of the guide, with about a second between two clicks, all
 * at once. Times are seen from the client on the same machine: they hold the network and the waiting too.
 */
final class Visite {
  static final String MOT_DE_PASSE = "banc-d-essai-2025";
  private static final long ENTRE_DEUX_CLICS_NS = 1_000_000_000L;
  /** What a page costs that shows nobody, under the same agents: the session, the layout, the way there. */
  private static final String PLANCHER = "page du guide (plancher)";
  private static final String TABLEAU = "tableau de bord à une date passée, jamais demandée";
  private static final String REDEMANDE = "tableau de bord à une date passée, redemandé";
  private static final int DATES = 5;
  private static final double P95 = 0.95;
  private static final double PAGE_MS = 50;
  private static final double TABLEAU_MS = 300;
  /** What a référent opens: her day and the ten years of a diagnostic have their own target. */
  private static final List<String> DU_REFERENT = List.of("ma journée", "mes personnes", "mon équipe", "carnets", "carnet d'une personne",
      "contrats", "contrat d'une personne", "heures", "heures d'une personne", "sorties", "rappels",
      "diagnostic de dix ans à une date");
  private static final double REFERENT_MS = 100;
  private final String adresse;
  private final List<Visiteurs.Visiteur> visiteurs;
  private final LocalDate passe;
  private Chronometre chronometre = new Chronometre();

  /** @param visiteurs the first one reads the dashboard */
  Visite(String adresse, List<Visiteurs.Visiteur> visiteurs, LocalDate passe) {
    this.adresse = adresse;
    this.visiteurs = visiteurs;
    this.passe = passe;
  }

  private record AuTravail(Visiteurs.Visiteur qui, NavigateurDuBanc navigateur) {}

  /** Measures, tells each page, and gives what has a target. */
  List<Mesure> mesurer(int agents, int secondes, PrintStream sortie) throws Exception {
    // one session a role for all who have it: logging in is limited on purpose, and is not what is measured
    List<AuTravail> tous = new ArrayList<>();
    for (Visiteurs.Visiteur v : visiteurs) {
      NavigateurDuBanc navigateur = new NavigateurDuBanc(adresse);
      navigateur.connecter(v.identifiant(), MOT_DE_PASSE);
      tous.add(new AuTravail(v, navigateur));
    }
    RandomGenerator hasard = RandomGenerator.of("L64X128MixRandom");
    for (int i = 0; i < 20; i++) {
      for (AuTravail a : tous) {
        clic(a, hasard, i, false);
      }
    }
    tableaux(tous.getFirst().navigateur());
    // from the start on: the code is still being compiled, the figures prepared; then the same again
    sortie.printf("%d agents à la fois, %d rôles, un clic par seconde environ, %d s dès le démarrage%n", agents, tous.size(), secondes);
    ensemble(tous, agents, secondes);
    chronometre.dire(sortie);
    Chronometre tableaux = chronometre;
    chronometre = new Chronometre();
    ensemble(tous, agents, secondes);
    sortie.printf("les mêmes, %d s ensuite%n", secondes);
    chronometre.dire(sortie);
    List<Mesure> mesures = new ArrayList<>();
    mesures.add(Mesure.de("%s, p95, %d agents".formatted(PLANCHER, agents), chronometre.centile(PLANCHER, P95), Double.NaN, "ms"));
    for (String page : List.of("liste", "recherche", "dossier")) {
      mesures.add(Mesure.de("%s, p95, %d agents".formatted(page, agents), chronometre.centile(page, P95), PAGE_MS, "ms"));
      AuTravail pire = tous.stream().max(Comparator.comparingDouble(a -> chronometre.centile(page(page, a), P95))).orElseThrow();
      mesures.add(Mesure.de("%s, p95 du rôle qui attend le plus".formatted(page(page, pire)),
          chronometre.centile(page(page, pire), P95), PAGE_MS, "ms"));
    }
    for (String page : DU_REFERENT) {
      mesures.add(Mesure.de("%s, p95, %d agents".formatted(page, agents), chronometre.centile(page, P95), REFERENT_MS, "ms"));
    }
    mesures.add(Mesure.de(TABLEAU, tableaux.centile(TABLEAU, 1), TABLEAU_MS, "ms"));
    mesures.add(Mesure.de(REDEMANDE, tableaux.centile(REDEMANDE, 1), TABLEAU_MS, "ms"));
    return mesures;
  }

  private void ensemble(List<AuTravail> tous, int agents, int secondes) throws InterruptedException {
    List<Thread> fils = new ArrayList<>();
    long fin = System.nanoTime() + secondes * 1_000_000_000L;
    for (int a = 0; a < agents; a++) {
      int graine = a;
      fils.add(Thread.ofVirtual().start(() -> travailler(tous.get(graine % tous.size()), graine, fin)));
    }
    for (Thread fil : fils) {
      fil.join();
    }
  }

  private static String page(String page, AuTravail a) {
    return page + ", " + a.qui().role();
  }

  /** In the middle of the months, which nothing prepares; a first one, not counted, so that the code is compiled and the connections open. */
  private void tableaux(NavigateurDuBanc direction) throws IOException, InterruptedException {
    LocalDate milieu = passe.withDayOfMonth(14);
    ouvrir(direction, "/tableau-de-bord?au=" + milieu.plusMonths(1));
    for (int i = 0; i < DATES; i++) {
      chronometre.noter(TABLEAU, ouvrir(direction, "/tableau-de-bord?au=" + milieu.minusMonths(i)));
    }
    for (int i = 0; i < DATES; i++) {
      chronometre.noter(REDEMANDE, ouvrir(direction, "/tableau-de-bord?au=" + milieu.minusMonths(i)));
    }
  }

  private void travailler(AuTravail client, int graine, long fin) {
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

  private void clic(AuTravail client, RandomGenerator hasard, int rang, boolean mesure) throws IOException, InterruptedException {
    List<String> noms = client.qui().noms();
    List<Long> ids = client.qui().personnes();
    String nom = noms.get(hasard.nextInt(noms.size()));
    List<Long> file = client.qui().file();
    if (!file.isEmpty() && rang % 2 == 0) {
      String page = DU_REFERENT.get(rang / 2 % DU_REFERENT.size());
      long duree = ouvrir(client.navigateur(), switch (page) {
        case "ma journée" -> "/ma-journee";
        case "mes personnes" -> "/mes-personnes";
        case "mon équipe" -> "/equipe";
        case "contrats" -> "/contrats";
        case "contrat d'une personne" -> "/contrats/personnes/" + file.get(hasard.nextInt(file.size()));
        case "heures" -> "/heures";
        case "heures d'une personne" -> "/heures/personnes/" + file.get(hasard.nextInt(file.size()));
        case "sorties" -> "/sorties";
        case "rappels" -> "/rappels";
        case "carnets" -> "/carnet?onglet=nouveaux";
        case "carnet d'une personne" -> "/carnet/" + file.get(hasard.nextInt(file.size()));
        default -> "/diagnostic-global/" + file.get(hasard.nextInt(file.size())) + "/differences?au=" + passe;
      });
      if (mesure) {
        chronometre.noter(page, duree);
      }
      return;
    }
    String page = switch (rang % 5) {
      case 0 -> "liste";
      case 1 -> "recherche";
      case 2 -> PLANCHER;
      default -> "dossier";
    };
    long duree = ouvrir(client.navigateur(), switch (page) {
      case PLANCHER -> "/guide/dossier";
      case "liste" -> "/allocataires?page=" + (1 + hasard.nextInt(20));
      case "recherche" -> "/allocataires?q=" + NavigateurDuBanc.encoder(nom.substring(0, Math.min(nom.length(), 4)));
      default -> "/dossier/" + ids.get(hasard.nextInt(ids.size()));
    });
    if (mesure) {
      chronometre.noter(page, duree);
      chronometre.noter(page(page, client), duree);
    }
  }

  private static long ouvrir(NavigateurDuBanc client, String chemin) throws IOException, InterruptedException {
    PageDuBanc page = client.ouvrir(chemin);
    if (page.statut() != 200 || page.dehors()) {
      throw new IllegalStateException(chemin + " : " + page.statut());
    }
    return page.duree();
  }
}
