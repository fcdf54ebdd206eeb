package fr.jalon.bancs;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** A server in a JVM of its own, started as {@code ./jalon serve} starts it, with the same options as this JVM (AOT cache included). */
final class ServeurDuBanc implements AutoCloseable {
  private static final long PATIENCE_NS = 120_000_000_000L;
  private final Process processus;
  private final String adresse;
  private final double secondes;

  private ServeurDuBanc(Process processus, String adresse, double secondes) {
    this.processus = processus;
    this.adresse = adresse;
    this.secondes = secondes;
  }

  static ServeurDuBanc demarrer() throws IOException, InterruptedException {
    int port;
    try (ServerSocket libre = new ServerSocket(0)) {
      port = libre.getLocalPort();
    }
    ProcessHandle.Info moi = ProcessHandle.current().info();
    List<String> commande = new ArrayList<>();
    commande.add(moi.command().orElseThrow());
    for (String option : java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (!option.startsWith("-Xmx")) {
        commande.add(option);
      }
    }
    commande.addAll(List.of("-Xmx1g", "-jar", System.getProperty("java.class.path").split(java.io.File.pathSeparator)[0], "serve", "--port", String.valueOf(port)));
    long debut = System.nanoTime();
    Process processus = new ProcessBuilder(commande).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    String adresse = "http://localhost:" + port;
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest page = HttpRequest.newBuilder(URI.create(adresse + "/connexion")).build();
    while (System.nanoTime() - debut < PATIENCE_NS && processus.isAlive()) {
      try {
        if (client.send(page, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return new ServeurDuBanc(processus, adresse, (System.nanoTime() - debut) / 1e9);
        }
      } catch (IOException pasEncore) {
        // the port is not open yet: ask again
      }
      Thread.onSpinWait();
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000L);
    }
    processus.destroyForcibly();
    throw new IllegalStateException("Le serveur du banc n'a pas démarré.");
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
