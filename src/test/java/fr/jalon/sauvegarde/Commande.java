package fr.jalon.sauvegarde;

import fr.jalon.Jalon;
import fr.jalon.demarrage.ConnexionPostgres;
import fr.jalon.demarrage.PostgresDeTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code ./jalon restore} as a machine runs it: a process of its own. */
final class Commande {
  private Commande() {}

  /** How it ended. @param dit the word it begins its report with when it succeeds, else all it said */
  record Issue(int code, String dit) {}

  /** @param reglages options of the JVM, as the environment would give them */
  static Issue restaurer(Path home, List<String> reglages, String... mots) throws Exception {
    List<String> commande = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
        "-XX:TieredStopAtLevel=1", "-Dstdout.encoding=UTF-8",
        "-Dstderr.encoding=UTF-8", "-Djalon.test.postgres=false", "-Djalon.home=" + home));
    commande.addAll(reglages);
    commande.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        Jalon.class.getName(), "restore"));
    commande.addAll(List.of(mots));
    Process processus = new ProcessBuilder(commande).redirectErrorStream(true).start();
    String dit = new String(processus.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = processus.waitFor();
    return new Issue(code, code == 0 && dit.contains("Restauré : ") ? "Restauré" : dit);
  }

  static JdbcClient base(ConnexionPostgres connexion) {
    return JdbcClient.create(PostgresDeTest.dataSource(connexion));
  }
}
