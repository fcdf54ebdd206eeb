package fr.jalon.demarrage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM on the class path of the tests, to be killed, spoken to and listened to. */
final class ProcessusJava implements AutoCloseable {

    private final Process processus;
    private final BufferedReader sortie;
    private final Path plaintes;
    private final List<String> dites = new ArrayList<>();

    private ProcessusJava(Process processus, Path plaintes) {
        this.processus = processus;
        this.plaintes = plaintes;
        this.sortie = processus.inputReader();
    }

    /** Starts a main class on a home. */
    static ProcessusJava lancer(JalonHome home, Class<?> principale, String... mots) {
        return lancer(home, principale, List.of(), mots);
    }

    /** @param reglages properties, as {@code -Dname=value} */
    static ProcessusJava lancer(JalonHome home, Class<?> principale, List<String> reglages, String... mots) {
        var commande = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-Djalon.test.postgres=false",
                "-Djalon.home=" + home.dossier()));
        commande.addAll(reglages);
        commande.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), principale.getName()));
        commande.addAll(List.of(mots));
        try {
            Path plaintes = Files.createTempFile("jalon-plaintes", ".txt");
            plaintes.toFile().deleteOnExit();
            return new ProcessusJava(new ProcessBuilder(commande).redirectError(plaintes.toFile()).start(), plaintes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first line said from now on that begins so; fails if the process ends without it. */
    String attendre(String debut) {
        try {
            for (String ligne = sortie.readLine(); ligne != null; ligne = sortie.readLine()) {
                dites.add(ligne);
                if (ligne.startsWith(debut)) {
                    return ligne;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("« " + debut + " » n'a pas été dit, mais :\n" + String.join("\n", dites) + "\n" + plaintes());
    }

    /** Waits for its end and returns all it said on standard output. */
    String finir() {
        try {
            sortie.lines().forEach(dites::add);
            if (!processus.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("le processus ne finit pas :\n" + String.join("\n", dites));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return String.join("\n", dites);
    }

    /** All it said on standard error until now. */
    String plaintes() {
        try {
            return Files.readString(plaintes).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int code() {
        return processus.exitValue();
    }

    long pid() {
        return processus.pid();
    }

    /** Closes its standard input, which the occupants of the tests take for « leave ». */
    void prierDePartir() {
        try {
            processus.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -15}. */
    void interrompre() {
        processus.toHandle().destroy();
    }

    /** {@code kill -9}. */
    void tuer() {
        // not Process.destroyForcibly, which closes the streams: what it said must still be read
        processus.toHandle().destroyForcibly();
        finir();
    }

    @Override
    public void close() {
        if (processus.isAlive()) {
            tuer();
        }
    }
}
