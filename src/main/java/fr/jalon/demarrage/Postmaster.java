package fr.jalon.demarrage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What PostgreSQL writes about itself in {@code postmaster.pid}, checked against the processes of the machine. */
final class Postmaster {

    private static final int LIGNE_DU_PORT = 3;

    private final Path donnees;
    /** The one whose end is awaited, asked for once: each question would leave something in memory until the answer. */
    private ProcessHandle surveille;
    private CompletableFuture<ProcessHandle> fin;

    /**
     * @param donnees folder of the cluster; may not exist
     */
    Postmaster(Path donnees) {
        this.donnees = donnees;
    }

    /** {@code true} when a postmaster runs on these data, whoever started it. */
    boolean enMarche() throws IOException {
        return processus().filter(this::estPostgres).isPresent();
    }

    /**
     * Waits for the end of the postmaster that ran at the first call, up to the delay. For one thread only.
     *
     * @return {@code true} when that one still runs; {@code false} when it died, even if another has taken its place
     */
    boolean tient(Duration delai) throws IOException, InterruptedException {
        if (surveille == null) {
            surveille = processus().filter(this::estPostgres).orElse(null);
            if (surveille == null) {
                return false;
            }
            fin = surveille.onExit();
        }
        try {
            fin.get(delai.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            // still there, or dead without anybody to say it
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        if (surveille.isAlive() && estPostgres(surveille)) {
            return true;
        }
        surveille = null;
        return false;
    }

    /** The port on which it answers, or answered before it was killed; 0 when it is not known. */
    int port() throws IOException {
        List<String> lignes = lignes();
        return lignes.size() > LIGNE_DU_PORT ? entier(lignes.get(LIGNE_DU_PORT)).orElse(0L).intValue() : 0;
    }

    /**
     * After a reboot another program may carry the number that a dead postmaster left behind; PostgreSQL would then
     * refuse to start. Only such a file is removed: PostgreSQL itself judges the others.
     */
    void oublierUnNumeroRecycle() throws IOException {
        Optional<ProcessHandle> autre = processus();
        if (autre.isPresent() && !estPostgres(autre.get())) {
            Files.deleteIfExists(fichier());
        }
    }

    private Optional<ProcessHandle> processus() throws IOException {
        return lignes().stream().findFirst().flatMap(Postmaster::entier).flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive);
    }

    /** PostgreSQL makes its data its current folder, which no recycled number does by chance. */
    private boolean estPostgres(ProcessHandle processus) {
        try {
            return Path.of("/proc", Long.toString(processus.pid()), "cwd").toRealPath().equals(donnees.toRealPath());
        } catch (IOException _) {
            return processus.info().command().map(nom -> nom.endsWith("/postgres")).orElse(false);
        }
    }

    private List<String> lignes() throws IOException {
        try {
            return Files.readAllLines(fichier());
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }

    private Path fichier() {
        return donnees.resolve("postmaster.pid");
    }

    private static Optional<Long> entier(String texte) {
        return texte.strip().matches("\\d{1,10}") ? Optional.of(Long.valueOf(texte.strip())) : Optional.empty();
    }
}
