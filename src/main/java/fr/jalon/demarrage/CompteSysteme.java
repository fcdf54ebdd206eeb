package fr.jalon.demarrage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The system account under which PostgreSQL runs. PostgreSQL refuses to run as root; when Jalon is root it is run
 * through the first of {@code unshare}, {@code setpriv}, {@code runuser} that works on this machine.
 *
 * @param enveloppe command put before each PostgreSQL program; empty for an ordinary user
 * @param uid       owner that the data folder must have; -1 when nothing is to be changed
 * @param gid       group that the data folder must have
 */
record CompteSysteme(List<String> enveloppe, int uid, int gid) {

    /**
     * Chooses the account from the owner of the data, so that a folder keeps working however Jalon is started.
     *
     * @param binaires folder of the PostgreSQL programs
     * @param donnees  data folder, which may not exist yet
     */
    static CompteSysteme choisir(Path binaires, Path donnees) throws IOException {
        int proprietaire = Files.exists(donnees) ? (int) Files.getAttribute(donnees, "unix:uid") : -1;
        // the link is root's, the folder it leads to is ours
        int moi = (int) Files.getAttribute(Path.of("/proc/self").toRealPath(), "unix:uid");
        if (moi != 0) {
            if (proprietaire >= 0 && proprietaire != moi) {
                throw new DemarrageImpossible("Les données « " + donnees + " » appartiennent à un autre utilisateur : "
                        + "lancez Jalon sous cet utilisateur, ou donnez un autre dossier avec JALON_HOME.");
            }
            return new CompteSysteme(List.of(), -1, -1);
        }
        var candidats = new ArrayList<CompteSysteme>();
        if (proprietaire > 0) {
            candidats.add(setpriv(proprietaire, (int) Files.getAttribute(donnees, "unix:gid")));
        }
        candidats.add(new CompteSysteme(List.of("unshare", "-U"), 0, 0));
        for (String nom : List.of("postgres", "nobody")) {
            int[] ids = identifiants(nom);
            if (ids != null) {
                candidats.add(setpriv(ids[0], ids[1]));
                candidats.add(new CompteSysteme(List.of("runuser", "-u", nom, "--"), ids[0], ids[1]));
            }
        }
        for (CompteSysteme candidat : candidats) {
            if (candidat.fonctionne(binaires)) {
                return candidat;
            }
        }
        throw new DemarrageImpossible("PostgreSQL refuse de tourner en root et ni unshare, ni setpriv, ni runuser ne "
                + "fonctionnent ici : lancez Jalon sous un utilisateur ordinaire, ou donnez avec JALON_HOME un dossier "
                + "que l'utilisateur « postgres » peut lire.");
    }

    /** The command line that runs a PostgreSQL program under this account. */
    List<String> commande(Path programme, List<String> arguments) {
        var commande = new ArrayList<>(enveloppe);
        commande.add(programme.toString());
        commande.addAll(arguments);
        return commande;
    }

    /** Gives a file, or a folder with all it holds, to this account. */
    void donner(Path chemin) throws IOException {
        if (uid < 0 || Files.getAttribute(chemin, "unix:uid").equals(uid)) {
            return;
        }
        try (var tout = Files.walk(chemin)) {
            for (Path element : (Iterable<Path>) tout::iterator) {
                Files.setAttribute(element, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(element, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private boolean fonctionne(Path binaires) {
        try {
            Process essai = new ProcessBuilder(commande(binaires.resolve("bin/postgres"), List.of("--version")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return essai.waitFor(10, TimeUnit.SECONDS) && essai.exitValue() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static CompteSysteme setpriv(int uid, int gid) {
        return new CompteSysteme(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"), uid, gid);
    }

    private static int[] identifiants(String nom) throws IOException {
        for (String ligne : Files.readAllLines(Path.of("/etc/passwd"))) {
            String[] champs = ligne.split(":");
            if (champs.length > 3 && champs[0].equals(nom)) {
                return new int[] {Integer.parseInt(champs[2]), Integer.parseInt(champs[3])};
            }
        }
        return null;
    }
}
