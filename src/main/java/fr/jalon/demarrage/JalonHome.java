package fr.jalon.demarrage;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The folder that holds everything one installation keeps on disk: the embedded PostgreSQL, its passwords, the lock.
 *
 * @param dossier absolute, normalised path; may not exist yet
 */
public record JalonHome(Path dossier) {

    /** Normalises the path, so that two spellings of one folder are one home. */
    public JalonHome {
        dossier = dossier.toAbsolutePath().normalize();
    }

    /**
     * The home of this process: system property {@code jalon.home}, else environment {@code JALON_HOME}, else
     * {@code .jalon} in the current folder ({@code ./jalon} sets it beside itself).
     */
    public static JalonHome courant() {
        String choisi = System.getProperty("jalon.home", System.getenv("JALON_HOME"));
        return new JalonHome(Path.of(choisi == null || choisi.isBlank() ? ".jalon" : choisi));
    }

    /** {@code true} when a database was already created in this home. */
    public boolean contientDesDonnees() {
        return Files.exists(donneesPostgres().resolve("PG_VERSION"));
    }

    /** Folder of the embedded PostgreSQL: binaries, data, passwords. */
    Path postgres() {
        return dossier.resolve("postgres");
    }

    /** The cluster itself ({@code PGDATA}). */
    Path donneesPostgres() {
        return postgres().resolve("data");
    }

    /** Passwords of the cluster, readable by its owner only. */
    Path secretsPostgres() {
        return postgres().resolve("secrets.properties");
    }

    /** Where the running PostgreSQL answers: port, user, password; absent when it is stopped. */
    Path adressePostgres() {
        return dossier.resolve("postgres.properties");
    }

    /** Where the running server answers; absent when there is none. */
    Path adresseServeur() {
        return dossier.resolve("serveur.properties");
    }

    /** File on which processes agree who may start and stop what. */
    Path verrou() {
        return dossier.resolve("verrou");
    }

    /** The key kept in this home, in base64, or empty when there is none. */
    public Optional<String> cle() throws IOException {
        Path cle = dossier.resolve("cle");
        return Files.exists(cle) ? Optional.of(Files.readString(cle).strip()) : Optional.empty();
    }

    /**
     * Writes the key of the instance in the home, readable by its owner only. A key is what nobody can find again: another one that was there is kept
     * beside, whatever it opens.
     *
     * @param cle in base64; {@code null} when it stays elsewhere
     * @return where the key before was put, or empty when there was none or the same
     */
    public Optional<Path> garderLaCle(String cle) throws IOException {
        Optional<String> avant = cle();
        if (cle == null || avant.equals(Optional.of(cle))) {
            return Optional.empty();
        }
        creer();
        Path ancienne = null;
        if (avant.isPresent()) {
            for (int n = 1; ancienne == null || Files.exists(ancienne); n++) {
                ancienne = dossier.resolve("cle.remplacee-" + n);
            }
            FichierPrive.ecrire(ancienne, avant.get());
        }
        FichierPrive.ecrire(dossier.resolve("cle"), cle);
        return Optional.ofNullable(ancienne);
    }

    /** Creates the folder if needed, closed to the other users of the machine. */
    void creer() {
        // 0711: the system account that runs PostgreSQL when Jalon runs as root must be able to walk through
        boolean root = "root".equals(System.getProperty("user.name"));
        var droits = PosixFilePermissions.fromString(root ? "rwx--x--x" : "rwx------");
        try {
            if (Files.notExists(dossier)) {
                Files.createDirectories(dossier);
                Files.setPosixFilePermissions(dossier, droits);
            }
        } catch (IOException e) {
            throw new DemarrageImpossible("Impossible de créer le dossier de Jalon « " + dossier
                    + " » : vérifiez vos droits, ou donnez un autre dossier avec JALON_HOME.", e);
        }
    }

    /**
     * Erases everything the home holds except the lock file, which the caller holds, and the programs of PostgreSQL,
     * which are not data. Nothing outside is touched: symbolic links are removed, not followed.
     */
    void vider() {
        if (Files.notExists(dossier)) {
            return;
        }
        try {
            Files.walkFileTree(dossier, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path sous, BasicFileAttributes attributs) {
                    return estAGarder(sous) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path fichier, BasicFileAttributes attributs) throws IOException {
                    if (!fichier.equals(verrou())) {
                        Files.delete(fichier);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path sous, IOException erreur) throws IOException {
                    if (erreur != null) {
                        throw erreur;
                    }
                    if (!sous.equals(dossier) && !sous.equals(postgres())) {
                        Files.delete(sous);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new DemarrageImpossible("Impossible d'effacer « " + dossier
                    + " » : vérifiez vos droits sur ce dossier (" + e.getMessage() + ").", e);
        }
    }

    private boolean estAGarder(Path sous) {
        return postgres().equals(sous.getParent()) && sous.getFileName().toString().startsWith("bin-");
    }
}
