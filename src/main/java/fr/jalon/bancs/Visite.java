package fr.jalon.bancs;

import java.io.IOException;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Agents who work: each opens the list, searches, opens dossiers, with about a second between two clicks, all at once. Times are seen
 * from the client on the same machine: they hold the network and the waiting too.
 */
final class Visite {
  static final String MOT_DE_PASSE = "banc-d-essai-2025";
  private static final Pattern JETON = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final long ENTRE_DEUX_CLICS_NS = 1_000_000_000L;
  private final String adresse;
  private final List<Long> ids;
  private final List<String> noms;
  private final LocalDate passe;
  private final Map<String, ConcurrentLinkedQueue<Long>> durees = new ConcurrentHashMap<>();

  Visite(String adresse, List<Long> ids, List<String> noms, LocalDate passe) {
    this.adresse = adresse;
    this.ids = ids;
    this.noms = noms;
    this.passe = passe;
  }

  void mesurer(int agents, int secondes, PrintStream sortie) throws Exception {
    HttpClient seul = connecter();
    RandomGenerator hasard = RandomGenerator.of("L64X128MixRandom");
    for (int i = 0; i < 30; i++) {
      clic(seul, hasard, i, false);
      ouvrir(seul, "/tableau-de-bord?au=" + passe);
    }
    for (int i = 0; i < 5; i++) {
      noter("tableau de bord au " + passe, ouvrir(seul, "/tableau-de-bord?au=" + passe.minusMonths(i)));
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
    sortie.printf("%d agents à la fois, un clic par seconde environ, %d s%n%-34s %7s %8s %8s %8s%n", agents, secondes, "page", "clics", "p50 ms", "p95 ms", "max ms");
    durees.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> {
      long[] t = e.getValue().stream().mapToLong(Long::longValue).sorted().toArray();
      sortie.printf("%-34s %7d %8.0f %8.0f %8.0f%n", e.getKey(), t.length, t[t.length / 2] / 1e6, t[(int) Math.min(t.length - 1L, Math.round(t.length * 0.95))] / 1e6,
          Arrays.stream(t).max().orElse(0) / 1e6);
    });
  }

  private void travailler(HttpClient client, int graine, long fin) {
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

  private void clic(HttpClient client, RandomGenerator hasard, int rang, boolean mesure) throws IOException, InterruptedException {
    String nom = noms.get(hasard.nextInt(noms.size()));
    String page = switch (rang % 4) {
      case 0 -> "liste";
      case 1 -> "recherche";
      default -> "dossier";
    };
    long duree = ouvrir(client, switch (page) {
      case "liste" -> "/allocataires?page=" + (1 + hasard.nextInt(20));
      case "recherche" -> "/allocataires?q=" + URLEncoder.encode(nom.substring(0, Math.min(nom.length(), 4)), StandardCharsets.UTF_8);
      default -> "/dossier/" + ids.get(hasard.nextInt(ids.size()));
    });
    if (mesure) {
      noter(page, duree);
    }
  }

  private void noter(String page, long duree) {
    durees.computeIfAbsent(page, p -> new ConcurrentLinkedQueue<>()).add(duree);
  }

  private long ouvrir(HttpClient client, String chemin) throws IOException, InterruptedException {
    long debut = System.nanoTime();
    HttpResponse<String> reponse = client.send(HttpRequest.newBuilder(URI.create(adresse + chemin)).build(), HttpResponse.BodyHandlers.ofString());
    long duree = System.nanoTime() - debut;
    if (reponse.statusCode() != 200) {
      throw new IllegalStateException(chemin + " : " + reponse.statusCode());
    }
    return duree;
  }

  private HttpClient connecter() throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    String formulaire = client.send(HttpRequest.newBuilder(URI.create(adresse + "/connexion")).build(), HttpResponse.BodyHandlers.ofString()).body();
    Matcher jeton = JETON.matcher(formulaire);
    if (!jeton.find()) {
      throw new IllegalStateException("La page de connexion n'a pas de jeton CSRF.");
    }
    String corps = "identifiant=banc&mot_de_passe=" + MOT_DE_PASSE + "&_csrf=" + URLEncoder.encode(jeton.group(1), StandardCharsets.UTF_8);
    HttpResponse<String> reponse = client.send(HttpRequest.newBuilder(URI.create(adresse + "/connexion")).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(corps)).build(), HttpResponse.BodyHandlers.ofString());
    if (reponse.statusCode() >= 400 || reponse.headers().firstValue("Location").orElse("").contains("connexion")) {
      throw new IllegalStateException("Connexion du banc refusée : " + reponse.statusCode() + " " + reponse.headers().firstValue("Location").orElse(""));
    }
    return client;
  }
}
