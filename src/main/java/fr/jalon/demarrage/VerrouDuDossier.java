package fr.jalon.demarrage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * The agreement between the processes that use one home, written as locks of the operating system on three bytes of
 * the file {@code verrou}. The system releases them when a process dies, however it dies.
 * <ul>
 * <li>byte 0, exclusive: « I am the server of this home »;</li>
 * <li>byte 1, shared: « I am using its PostgreSQL »; whoever can take it alone knows that nobody does;</li>
 * <li>byte 2, exclusive and short: « I am starting or stopping PostgreSQL, wait for me ».</li>
 * </ul>
 * One instance per home and per process: closing any other channel on the file would release these locks (POSIX).
 */
final class VerrouDuDossier {

    private static final long OCTET_SERVEUR = 0;
    private static final long OCTET_USAGE = 1;
    private static final long OCTET_PASSAGE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAS = Duration.ofMillis(25);

    private final FileChannel canal;
    private final JalonHome home;
    private FileLock serveur;
    private FileLock usage;

    VerrouDuDossier(JalonHome home) {
        this.home = home;
        home.creer();
        try {
            canal = FileChannel.open(home.verrou(), StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new DemarrageImpossible("Impossible d'écrire dans le dossier de Jalon « " + home.dossier()
                    + " » : vérifiez vos droits, ou donnez un autre dossier avec JALON_HOME.", e);
        }
    }

    /** Runs the action while no other process starts or stops PostgreSQL on this home. */
    synchronized <T> T pendantLePassage(Action<T> action) throws IOException {
        long limite = System.nanoTime() + PATIENCE.toNanos();
        FileLock passage = tenter(OCTET_PASSAGE, false);
        while (passage == null) {
            if (System.nanoTime() > limite) {
                throw new DemarrageImpossible("Un autre Jalon démarre ou arrête PostgreSQL dans « " + home.dossier()
                        + " » depuis trop longtemps : attendez qu'il finisse ou arrêtez-le, puis recommencez.");
            }
            Pause.de(PAS);
            passage = tenter(OCTET_PASSAGE, false);
        }
        try {
            return action.executer();
        } finally {
            passage.release();
        }
    }

    /** Declares this process the server of the home; {@code false} if another one is. */
    synchronized boolean devenirServeur() {
        if (serveur == null) {
            serveur = tenter(OCTET_SERVEUR, false);
        }
        return serveur != null;
    }

    /** {@code true} if another process is the server of the home. */
    synchronized boolean autreServeur() {
        if (serveur != null) {
            return false;
        }
        FileLock essai = tenter(OCTET_SERVEUR, false);
        rendre(essai);
        return essai == null;
    }

    /** Declares that this process uses PostgreSQL. To be called inside {@link #pendantLePassage}. */
    synchronized void utiliser() {
        if (usage == null) {
            usage = tenter(OCTET_USAGE, true);
        }
    }

    /** Declares that this process no longer uses PostgreSQL. */
    synchronized void nePlusUtiliser() {
        rendre(usage);
        usage = null;
    }

    /** {@code true} if no other process uses PostgreSQL. To be called inside {@link #pendantLePassage}. */
    synchronized boolean personneDAutre() {
        rendre(usage);
        FileLock essai = tenter(OCTET_USAGE, false);
        boolean seul = essai != null;
        rendre(essai);
        if (usage != null) {
            usage = tenter(OCTET_USAGE, true);
        }
        return seul;
    }

    /** Releases everything and closes the file. */
    synchronized void fermer() {
        try {
            canal.close();
        } catch (IOException _) {
            // the system releases the locks with the process
        }
        serveur = null;
        usage = null;
    }

    private FileLock tenter(long octet, boolean partage) {
        try {
            return canal.tryLock(octet, 1, partage);
        } catch (OverlappingFileLockException _) {
            return null;
        } catch (IOException e) {
            throw new DemarrageImpossible("Le dossier « " + home.dossier() + " » n'accepte pas de verrou ("
                    + e.getMessage() + ") : donnez avec JALON_HOME un dossier d'un disque local.", e);
        }
    }

    private static void rendre(FileLock verrou) {
        if (verrou != null) {
            try {
                verrou.release();
            } catch (IOException _) {
                // already released with its channel
            }
        }
    }

    /** What is done under the lock. */
    @FunctionalInterface
    interface Action<T> {
        T executer() throws IOException;
    }
}
