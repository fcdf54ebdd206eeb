package fr.jalon.demarrage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.Consumer;

/**
 * One PostgreSQL cluster on disk: created once, started, stopped. It takes no lock; {@link PostgresEmbarque} calls it
 * under the lock of the home.
 */
final class GrappePostgres {

    /** A second would do on a quiet machine. */
    static final Duration SURSIS_DES_ORPHELINS = Duration.ofSeconds(20);

    private final JalonHome home;
    private final Path donnees;
    private final ReglagesPostgres reglages;
    private final Consumer<String> avis;
    private final SecretsPostgres secrets;
    private final Postmaster postmaster;
    private ProgrammesPostgres programmes;

    GrappePostgres(JalonHome home, ReglagesPostgres reglages, Consumer<String> avis) {
        this.home = home;
        this.donnees = home.donneesPostgres();
        this.reglages = reglages;
        this.avis = avis;
        this.secrets = new SecretsPostgres(home);
        this.postmaster = new Postmaster(donnees);
    }

    /** See {@link Postmaster#tient}. */
    boolean tient(Duration delai) throws IOException, InterruptedException {
        return postmaster.tient(delai);
    }

    /** {@code true} when PostgreSQL runs on these data, whoever started it. */
    boolean enMarche() throws IOException {
        return postmaster.enMarche();
    }

    /** The owner's login on a database of this running cluster. */
    ConnexionPostgres connexion(String base) throws IOException {
        return new ConnexionPostgres(url(base), PostgresEmbarque.NOM, secrets.jalon());
    }

    /** The superuser on the maintenance database of this running cluster. */
    ConnexionPostgres superutilisateur() throws IOException {
        return new ConnexionPostgres(url("postgres"), SecretsPostgres.SUPERUTILISATEUR, secrets.superutilisateur());
    }

    /**
     * Starts PostgreSQL, after creating the cluster, the login and the database if they do not exist. It takes again
     * the port it had if it was killed, so that a server that still runs finds it.
     *
     * @param sursis how long to insist when it does not start: the backends of a killed postmaster may still be there
     */
    void demarrer(Duration sursis) throws IOException {
        if (!home.contientDesDonnees()) {
            creer();
        }
        int voulu = postmaster.port();
        int port = portLibre(voulu);
        postmaster.oublierUnNumeroRecycle();
        Path reglage = donnees.resolve("postgresql.conf");
        programmes();
        long limite = System.nanoTime() + sursis.toNanos();
        while (true) {
            Files.writeString(reglage, reglages.fichier(port));
            try {
                programmes().pgCtl("-D", donnees.toString(), "-l", donnees.resolve("demarrage.log").toString(), "-w",
                        "-t", "600", "start");
                break;
            } catch (IOException e) {
                // a port taken in between, or backends of a killed postmaster that have not yet seen that it died
                if (System.nanoTime() > limite) {
                    throw e;
                }
                Pause.de(Duration.ofMillis(300));
                port = portLibre(voulu);
            }
        }
        preparerLaBase();
    }

    /** Stops PostgreSQL, running statements included; does nothing if it does not run. */
    void arreter() throws IOException {
        if (!enMarche()) {
            return;
        }
        try {
            programmes().pgCtl("-D", donnees.toString(), "-m", "fast", "-w", "-t", "60", "stop");
        } catch (IOException _) {
            if (enMarche()) {
                programmes().pgCtl("-D", donnees.toString(), "-m", "immediate", "-w", "-t", "20", "stop");
            }
        }
    }

    private void creer() throws IOException {
        avis.accept("Première utilisation : installation de PostgreSQL dans « " + home.postgres() + " »…");
        Path nouvelle = home.postgres().resolve("data-nouvelle");
        ProgrammesPostgres outils = programmes();
        effacer(nouvelle);
        Files.createDirectories(nouvelle);
        Files.setPosixFilePermissions(nouvelle, PosixFilePermissions.fromString("rwx------"));
        Path motDePasse = home.postgres().resolve("initdb.secret");
        FichierPrive.ecrire(motDePasse, secrets.superutilisateur() + "\n");
        outils.compte().donner(nouvelle);
        outils.compte().donner(motDePasse);
        try {
            initdb(nouvelle, motDePasse, "C.UTF-8");
        } catch (IOException _) {
            // some systems do not have it; then pg_trgm does not see accented letters as letters
            effacer(nouvelle);
            Files.createDirectories(nouvelle);
            outils.compte().donner(nouvelle);
            initdb(nouvelle, motDePasse, "C");
        } finally {
            Files.deleteIfExists(motDePasse);
        }
        Files.move(nouvelle, donnees, StandardCopyOption.REPLACE_EXISTING);
    }

    private void initdb(Path dossier, Path motDePasse, String locale) throws IOException {
        programmes().executer("initdb", "-D", dossier.toString(), "-U", SecretsPostgres.SUPERUTILISATEUR,
                "--pwfile", motDePasse.toString(), "--auth=scram-sha-256", "--encoding=UTF8", "--locale=" + locale,
                "--locale-provider=icu", "--icu-locale=fr-FR", "--data-checksums");
    }

    private void preparerLaBase() throws IOException {
        ConnexionPostgres acces = superutilisateur();
        try (Connection base = DriverManager.getConnection(acces.url(), acces.utilisateur(), acces.motDePasse());
                var requete = base.createStatement()) {
            if (!existe(base, "select from pg_roles where rolname = 'jalon'")) {
                requete.execute("create role jalon login createrole password '" + secrets.jalon() + "'");
            }
            if (!existe(base, "select from pg_database where datname = 'jalon'")) {
                requete.execute("create database jalon owner jalon");
                requete.execute("revoke all on database jalon from public");
            }
            // of a restoration that was killed: nobody uses this PostgreSQL, since it was just started
            BaseACote.effacerLesRestes(requete);
        } catch (SQLException e) {
            throw new IOException("la base « jalon » n'a pas pu être préparée : " + e.getMessage(), e);
        }
    }

    private static boolean existe(Connection base, String sql) throws SQLException {
        try (var requete = base.createStatement(); ResultSet lignes = requete.executeQuery(sql)) {
            return lignes.next();
        }
    }

    private ProgrammesPostgres programmes() throws IOException {
        if (programmes == null) {
            Files.createDirectories(home.postgres());
            Path binaires = BinairesPostgres.deballer(home);
            refuserUneAutreVersion(binaires);
            programmes = new ProgrammesPostgres(binaires, CompteSysteme.choisir(binaires, donnees));
            if (Files.exists(donnees)) {
                programmes.compte().donner(donnees);
            }
        }
        return programmes;
    }

    private void refuserUneAutreVersion(Path binaires) throws IOException {
        if (home.contientDesDonnees()) {
            String version = Files.readString(donnees.resolve("PG_VERSION")).strip();
            if (!binaires.getFileName().toString().startsWith("bin-" + version + ".")) {
                throw new DemarrageImpossible("Les données « " + donnees + " » sont de PostgreSQL " + version
                        + " et ce Jalon apporte une autre version : reprenez l'ancien Jalon pour les sauvegarder, "
                        + "ou servez-vous d'un PostgreSQL externe avec JALON_DB_URL.");
            }
        }
    }

    private String url(String base) throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + postmaster.port() + "/" + base;
    }

    private static int portLibre(int souhaite) throws IOException {
        try (var essai = new ServerSocket(souhaite, 1, InetAddress.getLoopbackAddress())) {
            return essai.getLocalPort();
        } catch (IOException e) {
            if (souhaite != 0) {
                return portLibre(0);
            }
            throw e;
        }
    }

    private static void effacer(Path dossier) throws IOException {
        if (Files.exists(dossier)) {
            try (var tout = Files.walk(dossier)) {
                for (Path element : tout.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(element);
                }
            }
        }
    }
}
