package fr.jalon.demarrage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The three programs of PostgreSQL, run under the account that may run them.
 *
 * @param binaires folder that holds {@code bin/}
 * @param compte   the system account of PostgreSQL
 */
record ProgrammesPostgres(Path binaires, CompteSysteme compte) {

    /** Runs {@code pg_ctl}. The postmaster it starts lives in a session of its own: a Ctrl-C does not reach it. */
    void pgCtl(String... arguments) throws IOException {
        executer("pg_ctl", arguments);
    }

    /**
     * Runs a program to its end.
     *
     * @throws IOException with what the program said, when its exit code is not 0
     */
    void executer(String programme, String... arguments) throws IOException {
        var constructeur = new ProcessBuilder(
                compte.commande(binaires.resolve("bin").resolve(programme), List.of(arguments)))
                .redirectErrorStream(true)
                .directory(binaires.toFile());
        // PGDATA, PGOPTIONS… of the person's shell are not meant for this server
        constructeur.environment().keySet().removeIf(nom -> nom.startsWith("PG") || nom.startsWith("LC_"));
        constructeur.environment().put("LC_ALL", "C");
        Process processus = constructeur.start();
        processus.getOutputStream().close();
        String dit = new String(processus.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            int code = processus.waitFor();
            if (code != 0) {
                throw new IOException(programme + " a échoué (code " + code + ") : " + dit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            processus.destroy();
            throw new IOException(programme + " a été interrompu", e);
        }
    }
}
