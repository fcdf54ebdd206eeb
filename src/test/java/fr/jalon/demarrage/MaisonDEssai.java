package fr.jalon.demarrage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** The home of an installation that a test creates, with an embedded PostgreSQL of its own. */
public final class MaisonDEssai {
    private MaisonDEssai() {
    }

    /** Empty, but for the programs of PostgreSQL: unpacking them each time would prove nothing. */
    public static JalonHome vide(String nom) {
        JalonHome home = new JalonHome(Path.of("target/essais", nom));
        try {
            arreter(home);
            home.vider();
            PostgresDeTest.nouvelleBase();
            try (Stream<Path> tout = Files.list(PostgresDeTest.DOSSIER.resolve("postgres"))) {
                for (Path programmes : tout.filter(p -> p.getFileName().toString().startsWith("bin-")).toList()) {
                    if (Files.notExists(home.postgres().resolve(programmes.getFileName()))) {
                        copier(programmes, home.postgres().resolve(programmes.getFileName()));
                    }
                }
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the PostgreSQL that a test that failed would leave. */
    public static void arreter(JalonHome home) {
        try {
            new GrappePostgres(home, ReglagesPostgres.DURABLES, _ -> { }).arreter();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copier(Path de, Path vers) throws IOException {
        try (Stream<Path> tout = Files.walk(de)) {
            for (Path p : tout.toList()) {
                Path la = vers.resolve(de.relativize(p).toString());
                Files.createDirectories(la.getParent());
                Files.copy(p, la, StandardCopyOption.COPY_ATTRIBUTES, java.nio.file.LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
