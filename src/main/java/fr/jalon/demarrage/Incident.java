package fr.jalon.demarrage;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A failure of a command that the person at the terminal can do nothing about. She reads one sentence with a
 * reference; the trace goes to {@code incidents.log} in the home, under the same reference, and to the terminal too
 * when she asks for it ({@code --traces}, or {@code JALON_TRACES=oui}).
 */
final class Incident {

    /** Option that shows the trace on the terminal. */
    static final String OPTION = "--traces";

    private static final String FICHIER = "incidents.log";

    private Incident() {
    }

    /** True when these words, or the environment, ask for traces. */
    static boolean demandees(List<String> mots) {
        return mots.contains(OPTION)
                || List.of("oui", "true", "1").contains(String.valueOf(System.getenv("JALON_TRACES")).toLowerCase());
    }

    /**
     * Keeps the trace and returns what to say.
     *
     * @param echec    what happened
     * @param commande name of the command, without its arguments: they may name people
     * @param traces   true to say the trace too
     */
    static String raconter(Throwable echec, String commande, boolean traces) {
        String reference = "%08X".formatted(ThreadLocalRandom.current().nextInt());
        String trace = trace(echec);
        Path fichier = JalonHome.courant().dossier().resolve(FICHIER);
        try {
            ecrire(fichier, reference, commande, trace);
        } catch (IOException e) {
            return "La commande « " + commande + " » a échoué, et le détail n'a pas pu être écrit dans « " + fichier
                    + " » : le voici. Envoyez-le à l'assistance.\n" + trace;
        }
        return "La commande « " + commande + " » a échoué pour une raison imprévue. Recommencez ; si l'échec se répète, donnez "
                + "à l'assistance la référence " + reference + " et le fichier « " + fichier + " »."
                + (traces ? "\n" + trace : " (Avec " + OPTION + ", le détail s'affiche ici.)");
    }

    private static void ecrire(Path fichier, String reference, String commande, String trace) throws IOException {
        if (!Files.exists(fichier)) {
            Files.createDirectories(fichier.getParent());
            Files.createFile(fichier, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        String entete = reference + "  " + OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS) + "  " + commande;
        Files.write(fichier, List.of(entete, trace), StandardOpenOption.APPEND);
    }

    private static String trace(Throwable echec) {
        var texte = new StringWriter();
        echec.printStackTrace(new PrintWriter(texte, true));
        return texte.toString().strip();
    }

    /** The words of a command line that name the command: those before the first option or argument. */
    static String nom(String... mots) {
        return Arrays.stream(mots).filter(mot -> mot.matches("[a-z]+")).findFirst().orElse("jalon");
    }
}
