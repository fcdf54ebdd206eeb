package fr.jalon.demarrage;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/** Small property files that hold a password: readable by their owner only, and never half written. */
final class FichierPrive {

    private FichierPrive() {
    }

    static Properties lire(Path fichier) throws IOException {
        var proprietes = new Properties();
        proprietes.load(new StringReader(Files.readString(fichier)));
        return proprietes;
    }

    static void ecrire(Path fichier, Properties proprietes) throws IOException {
        var texte = new StringWriter();
        proprietes.store(texte, null);
        ecrire(fichier, texte.toString());
    }

    static void ecrire(Path fichier, String texte) throws IOException {
        Path provisoire = fichier.resolveSibling(fichier.getFileName() + ".nouveau");
        Files.deleteIfExists(provisoire);
        Files.createFile(provisoire,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(provisoire, texte);
        Files.move(provisoire, fichier, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
