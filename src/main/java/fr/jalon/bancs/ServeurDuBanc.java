package fr.jalon.bancs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A server in a JVM of its own, started as {@code ./jalon serve} starts it, with the same options as this JVM (AOT cache included). */
final class ServeurDuBanc implements AutoCloseable {
  private static final Pattern PRETE = Pattern.compile("Jalon est (prêt|en marche)");
  private static final int LIGNES_GARDEES = 5;
  private static final double DEMARRAGE_S = 3;
  private final Process processus;
  private final String adresse;
  private final double secondes;

  private ServeurDuBanc(Process processus, String adresse, double secondes) {
    this.processus = processus;
    this.adresse = adresse;
    this.secondes = secondes;
  }

  /** @param commandeJalon {@code serve}, or {@code demo} to serve the demonstration, made if it is not there */
  static ServeurDuBanc demarrer(String... commandeJalon) throws IOException, InterruptedException {
    return demarrer(null, commandeJalon);
  }

  /** @param home folder of its data; {@code null} for that of this JVM */
  static ServeurDuBanc demarrer(Path home, String... commandeJalon) throws IOException, InterruptedException {
    int port = portLibre();
    List<String> commande = machineVirtuelle();
    commande.addAll(List.of("-jar", programme()));
    commande.addAll(List.of(commandeJalon));
    commande.addAll(List.of("--port", String.valueOf(port)));
    return lancer(home, port, commande);
  }

  /** The time from the command to the first page on the database of this JVM, beside its floor. */
  static Mesure premierePage(PrintStream sortie) throws IOException, InterruptedException {
    try (ServeurDuBanc nu = demarrerNu(); ServeurDuBanc serveur = demarrer("serve")) {
      sortie.printf("démarrage jusqu'à la première page : %.1f s ; plancher (Spring Boot seul, sur la même base) : %.1f s%n",
          serveur.secondes, nu.secondes);
      return new Mesure("première page après le démarrage", serveur.secondes, DEMARRAGE_S, "s", nu.secondes);
    }
  }

  /** The floor of a start: {@link ServeurNu} beside the same database; its first page is the login that Spring Security makes by itself. */
  static ServeurDuBanc demarrerNu() throws IOException, InterruptedException {
    int port = portLibre();
    List<String> commande = machineVirtuelle();
    commande.addAll(List.of("-cp", programme(), ServeurNu.class.getName(), "--server.port=" + port));
    return lancer(null, port, commande);
  }

  private static int portLibre() throws IOException {
    try (ServerSocket libre = new ServerSocket(0)) {
      return libre.getLocalPort();
    }
  }

  private static String programme() {
    return System.getProperty("java.class.path").split(java.io.File.pathSeparator)[0];
  }

  private static List<String> machineVirtuelle() {
    ProcessHandle.Info moi = ProcessHandle.current().info();
    List<String> commande = new ArrayList<>();
    commande.add(moi.command().orElseThrow());
    for (String option : java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (!option.startsWith("-Xmx")) {
        commande.add(option);
      }
    }
    commande.add("-Xmx1g");
    return commande;
  }

  private static ServeurDuBanc lancer(Path home, int port, List<String> commande) throws IOException, InterruptedException {
    ProcessBuilder lancement = new ProcessBuilder(commande).redirectErrorStream(true);
    if (home != null) {
      lancement.environment().put("JALON_HOME", home.toString());
    }
    long debut = System.nanoTime();
    Process processus = lancement.start();
    String adresse = "http://localhost:" + port;
    List<String> dernieres = new ArrayList<>();
    if (!annonceQuElleEstPrete(processus, dernieres) || new NavigateurDuBanc(adresse).ouvrir("/connexion").statut() != 200) {
      processus.destroyForcibly();
      throw new IllegalStateException("Le serveur du banc n'a pas démarré : " + String.join(" / ", dernieres));
    }
    return new ServeurDuBanc(processus, adresse, (System.nanoTime() - debut) / 1e9);
  }

  /** Reads what the server says until it serves; what it says later is read too, or it would wait for a reader. */
  private static boolean annonceQuElleEstPrete(Process processus, List<String> dernieres) throws IOException {
    BufferedReader lecture = processus.inputReader(StandardCharsets.UTF_8);
    for (String ligne = lecture.readLine(); ligne != null; ligne = lecture.readLine()) {
      if (PRETE.matcher(ligne).find()) {
        Thread.ofVirtual().start(() -> lireLaSuite(lecture));
        return true;
      }
      dernieres.add(ligne);
      if (dernieres.size() > LIGNES_GARDEES) {
        dernieres.removeFirst();
      }
    }
    return false;
  }

  private static void lireLaSuite(BufferedReader lecture) {
    try {
      lecture.lines().forEach(_ -> { });
    } catch (UncheckedIOException _) {
      // the server was stopped
    }
  }

  String adresse() {
    return adresse;
  }

  double secondesDeDemarrage() {
    return secondes;
  }

  @Override
  public void close() {
    processus.destroy();
    processus.onExit().join();
  }
}
