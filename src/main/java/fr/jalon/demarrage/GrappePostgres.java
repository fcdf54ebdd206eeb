package fr.jalon.demarrage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * One PostgreSQL cluster on disk: created once, started, stopped. It takes no lock; {@link PostgresEmbarque} calls it
 * under the lock of the home.
 */
final class GrappePostgres {

    private static final String SUPERUTILISATEUR = "postgres";
    private static final Duration SURSIS_DES_ORPHELINS = Duration.ofSeconds(20);

    private final JalonHome home;
    private final ReglagesPostgres reglages;
    private final Consumer<String> avis;
    private ProgrammesPostgres programmes;

    GrappePostgres(JalonHome home, ReglagesPostgres reglages, Consumer<String> avis) {
        this.home = home;
        this.reglages = reglages;
        this.avis = avis;
    }

    /** {@code true} when a postmaster runs on these data, whoever started it. */
    boolean enMarche() throws IOException {
        return postmaster().isPresent();
    }

    /**
     * Starts PostgreSQL, after creating the cluster, the login and the database if they do not exist.
     *
     * @param souhaite port to take again if it is free; 0 for any free port
     * @return the port on which it answers, on 127.0.0.1
     */
    int demarrer(int souhaite) throws IOException {
        creerSiAbsente();
        oublierUnNumeroRecycle();
        long limite = System.nanoTime() + SURSIS_DES_ORPHELINS.toNanos();
        int port = portLibre(souhaite);
        while (true) {
            Path conf = home.donneesPostgres().resolve("postgresql.conf");
            Files.writeString(conf, reglages.fichier(port));
            programmes().compte().donner(conf);
            try {
                programmes().pgCtl("-D", home.donneesPostgres().toString(), "-l", journalDeDemarrage().toString(), "-w",
                        "-t", "600", "start");
                break;
            } catch (IOException e) {
                // a port taken in between, or backends of a killed postmaster that have not yet seen that it died
                if (System.nanoTime() > limite) {
                    throw e;
                }
                Pause.de(Duration.ofMillis(300));
                port = portLibre(0);
            }
        }
        preparerLaBase(port);
        return port;
    }

    /** Stops PostgreSQL, running statements included; does nothing if it does not run. */
    void arreter() throws IOException {
        if (!enMarche()) {
            return;
        }
        String donnees = home.donneesPostgres().toString();
        try {
            programmes().pgCtl("-D", donnees, "-m", "fast", "-w", "-t", "60", "stop");
        } catch (IOException _) {
            if (enMarche()) {
                programmes().pgCtl("-D", donnees, "-m", "immediate", "-w", "-t", "20", "stop");
            }
        }
    }

    /** Password of the login that owns the database. */
    String motDePasseJalon() throws IOException {
        return secrets().getProperty(PostgresEmbarque.NOM);
    }

    /** The superuser's connection on the maintenance database. */
    ConnexionPostgres superutilisateur(int port) throws IOException {
        return new ConnexionPostgres("jdbc:postgresql://127.0.0.1:" + port + "/postgres", SUPERUTILISATEUR,
                secrets().getProperty(SUPERUTILISATEUR));
    }

    private void creerSiAbsente() throws IOException {
        if (home.contientDesDonnees()) {
            return;
        }
        avis.accept("Première utilisation : installation de PostgreSQL dans « " + home.postgres() + " »…");
        Path nouvelle = home.postgres().resolve("data-nouvelle");
        effacer(nouvelle);
        Files.createDirectories(nouvelle);
        Files.setPosixFilePermissions(nouvelle, PosixFilePermissions.fromString("rwx------"));
        Path motDePasse = home.postgres().resolve("initdb.secret");
        FichierPrive.ecrire(motDePasse, secrets().getProperty(SUPERUTILISATEUR) + "\n");
        CompteSysteme compte = programmes().compte();
        compte.donner(nouvelle);
        compte.donner(motDePasse);
        try {
            // C.UTF-8 lets pg_trgm see accented letters as letters; some systems do not have it
            for (String locale : List.of("C.UTF-8", "C")) {
                try {
                    programmes().executer("initdb", "-D", nouvelle.toString(), "-U", SUPERUTILISATEUR, "--pwfile",
                            motDePasse.toString(), "--auth=scram-sha-256", "--encoding=UTF8", "--locale=" + locale,
                            "--locale-provider=icu", "--icu-locale=fr-FR", "--data-checksums");
                    break;
                } catch (IOException e) {
                    if (locale.equals("C")) {
                        throw e;
                    }
                    effacerLeContenu(nouvelle);
                }
            }
        } finally {
            Files.deleteIfExists(motDePasse);
        }
        Files.move(nouvelle, home.donneesPostgres());
    }

    private void preparerLaBase(int port) throws IOException {
        ConnexionPostgres acces = superutilisateur(port);
        try (Connection base = DriverManager.getConnection(acces.url(), acces.utilisateur(), acces.motDePasse());
                var requete = base.createStatement()) {
            try (ResultSet trouve = requete.executeQuery("""
                    select exists (select from pg_roles where rolname = 'jalon'),
                           exists (select from pg_database where datname = 'jalon')""")) {
                trouve.next();
                boolean role = trouve.getBoolean(1);
                boolean existe = trouve.getBoolean(2);
                if (!role) {
                    requete.execute("create role jalon login createrole password '" + motDePasseJalon() + "'");
                }
                if (!existe) {
                    requete.execute("create database jalon owner jalon");
                    requete.execute("revoke all on database jalon from public");
                }
            }
        } catch (SQLException e) {
            throw new IOException("la base « jalon » n'a pas pu être préparée : " + e.getMessage(), e);
        }
    }

    /** The running postmaster of these data, if any: a process named postgres whose folder is this one. */
    private Optional<ProcessHandle> postmaster() throws IOException {
        return numeroEcrit().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).filter(this::estPostgres);
    }

    /** After a reboot another program may carry the number left by a dead postmaster: PostgreSQL would then refuse. */
    private void oublierUnNumeroRecycle() throws IOException {
        Optional<ProcessHandle> autre = numeroEcrit().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        if (autre.isPresent() && !estPostgres(autre.get())) {
            Files.deleteIfExists(home.donneesPostgres().resolve("postmaster.pid"));
        }
    }

    private Optional<Long> numeroEcrit() throws IOException {
        Path fichier = home.donneesPostgres().resolve("postmaster.pid");
        if (Files.notExists(fichier)) {
            return Optional.empty();
        }
        String premiere = Files.readString(fichier).lines().findFirst().orElse("").strip();
        return premiere.matches("\\d+") ? Optional.of(Long.valueOf(premiere)) : Optional.empty();
    }

    private boolean estPostgres(ProcessHandle processus) {
        try {
            Path dossier = Path.of("/proc", Long.toString(processus.pid()), "cwd").toRealPath();
            return dossier.equals(home.donneesPostgres().toRealPath());
        } catch (IOException _) {
            return processus.info().command().map(nom -> nom.endsWith("/postgres")).orElse(false);
        }
    }

    private Properties secrets() throws IOException {
        if (Files.exists(home.secretsPostgres())) {
            return FichierPrive.lire(home.secretsPostgres());
        }
        if (home.contientDesDonnees()) {
            throw new DemarrageImpossible("Le fichier « " + home.secretsPostgres() + " » a disparu : remettez-le depuis "
                    + "une sauvegarde ; sans lui la base de données ne s'ouvre pas.");
        }
        var secrets = new Properties();
        secrets.setProperty(SUPERUTILISATEUR, motDePasseAuHasard());
        secrets.setProperty(PostgresEmbarque.NOM, motDePasseAuHasard());
        FichierPrive.ecrire(home.secretsPostgres(), secrets);
        return secrets;
    }

    private ProgrammesPostgres programmes() throws IOException {
        if (programmes == null) {
            Files.createDirectories(home.postgres());
            Path binaires = BinairesPostgres.deballer(home);
            programmes = new ProgrammesPostgres(binaires, CompteSysteme.choisir(binaires, home.donneesPostgres()));
            if (Files.exists(home.donneesPostgres())) {
                programmes.compte().donner(home.donneesPostgres());
            }
        }
        return programmes;
    }

    private Path journalDeDemarrage() throws IOException {
        return home.donneesPostgres().resolve("demarrage.log");
    }

    private static String motDePasseAuHasard() {
        byte[] alea = new byte[24];
        new SecureRandom().nextBytes(alea);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(alea);
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
            effacerLeContenu(dossier);
            Files.delete(dossier);
        }
    }

    private static void effacerLeContenu(Path dossier) throws IOException {
        try (var tout = Files.walk(dossier)) {
            for (Path element : tout.sorted(java.util.Comparator.reverseOrder()).toList()) {
                if (!element.equals(dossier)) {
                    Files.delete(element);
                }
            }
        }
    }
}
