package fr.jalon.demarrage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The PostgreSQL that Jalon brings along: unpacked, created and started in a {@link JalonHome}, shared by all the
 * processes that use this home. The first one in starts it, the last one out stops it; a process that was killed
 * counts as out. One instance per home and per process.
 */
public final class PostgresEmbarque implements AutoCloseable {

    /** Name of the database and of the login that owns it. */
    public static final String NOM = "jalon";

    private static final Duration PATIENCE_AVANT_D_EFFACER = Duration.ofSeconds(10);
    private static final Map<Path, PostgresEmbarque> OUVERTS = new ConcurrentHashMap<>();

    private final JalonHome home;
    private final VerrouDuDossier verrou;
    private final GrappePostgres grappe;
    private volatile boolean ouvert;
    private boolean demarreIci;
    /** Address given to whoever opened it, and address of today: they differ when another program took the port. */
    private volatile String adresseDonnee;
    private volatile String adresse;
    private volatile Thread veille;

    private PostgresEmbarque(JalonHome home, ReglagesPostgres reglages, Consumer<String> avis) {
        this.home = home;
        this.verrou = new VerrouDuDossier(home);
        this.grappe = new GrappePostgres(home, reglages, avis);
    }

    /**
     * PostgreSQL running on this home: started, or joined if another process already runs it.
     *
     * @param home where the data are
     * @param avis hears one French sentence when something long happens (first installation)
     * @throws DemarrageImpossible when it cannot run, with what to do
     */
    public static PostgresEmbarque ouvrir(JalonHome home, Consumer<String> avis) {
        return ouvrir(home, ReglagesPostgres.DURABLES, avis);
    }

    static synchronized PostgresEmbarque ouvrir(JalonHome home, ReglagesPostgres reglages, Consumer<String> avis) {
        PostgresEmbarque postgres = pour(home, reglages, avis);
        try {
            postgres.rejoindreOuDemarrer();
            return postgres;
        } catch (IOException e) {
            postgres.close();
            throw new DemarrageImpossible("PostgreSQL ne démarre pas dans « " + home.dossier() + " » ("
                    + e.getMessage() + ") : voyez son journal dans « " + home.donneesPostgres().resolve("log") + " ».", e);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /**
     * Declares this process the server of the home, until it ends.
     *
     * @throws DemarrageImpossible when another process already is, with its address if it is known
     */
    static synchronized void reserverPourUnServeur(JalonHome home) {
        PostgresEmbarque postgres = pour(home, ReglagesPostgres.DURABLES, System.err::println);
        if (!postgres.verrou.devenirServeur()) {
            throw new DemarrageImpossible(AdresseServeur.phraseDejaEnMarche(home));
        }
        AdresseServeur.oublier(home);
    }

    /**
     * Erases the home, database included.
     *
     * @throws DemarrageImpossible when a server or a command is using it
     */
    static void effacer(JalonHome home) {
        effacer(home, PATIENCE_AVANT_D_EFFACER);
    }

    static synchronized void effacer(JalonHome home, Duration patience) {
        if (Files.notExists(home.dossier())) {
            return;
        }
        PostgresEmbarque postgres = pour(home, ReglagesPostgres.DURABLES, System.err::println);
        try {
            if (postgres.verrou.autreServeur()) {
                throw new DemarrageImpossible(AdresseServeur.phraseDejaEnMarche(home)
                        + " Arrêtez-le avant d'effacer ses données.");
            }
            postgres.attendreLesAutresPuis(patience, () -> {
                postgres.grappe.arreter();
                home.vider();
                return null;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws DemarrageImpossible when another process goes on using this PostgreSQL */
    void exigerDEtreSeul() throws IOException {
        attendreLesAutresPuis(PATIENCE_AVANT_D_EFFACER, () -> null);
    }

    /**
     * Where to find today a database that was at this address when the process started: the embedded PostgreSQL may have
     * been started again elsewhere since.
     *
     * @param url {@code jdbc:postgresql://…}, of an embedded PostgreSQL or of another
     */
    public static String adresseActuelle(String url) {
        for (PostgresEmbarque postgres : OUVERTS.values()) {
            if (url.equals(postgres.adresseDonnee)) {
                return postgres.adresse;
            }
        }
        return url;
    }

    /**
     * From now on and until it is left, starts it again when it dies.
     *
     * @param cadence when and how many times to try
     * @param avis    hears one French sentence each time
     */
    synchronized void veiller(VeillePostgres.Cadence cadence, Consumer<String> avis) {
        if (veille == null) {
            veille = Thread.ofPlatform().daemon().name("veille-postgresql").start(new VeillePostgres(this, cadence, avis));
        }
    }

    /** {@code true} until this process leaves it. */
    boolean ouvert() {
        return ouvert;
    }

    /** The folder where it writes what happens to it. */
    Path journal() {
        return home.donneesPostgres().resolve("log");
    }

    /** See {@link Postmaster#tient}. */
    boolean tient(Duration delai) throws IOException, InterruptedException {
        return grappe.tient(delai);
    }

    /**
     * Starts it again if nobody has done it yet: the processes of a home take turns, and the second finds it running.
     *
     * @param sursis how long to insist
     * @return {@code true} when this process started it
     */
    boolean relever(Duration sursis) throws IOException {
        return verrou.pendantLePassage(() -> {
            if (!ouvert) {
                return false;
            }
            boolean ici = !grappe.enMarche();
            if (ici) {
                if (!home.contientDesDonnees()) {
                    // unmounted, moved, erased: an empty cluster in its place would hide it
                    throw new IOException("ses données ne sont plus dans « %s » : remettez ce dossier ou ce disque en place".formatted(home.donneesPostgres()));
                }
                grappe.demarrer(sursis);
                ecrireLAdresse();
            }
            adresse = connexion().url();
            return ici;
        });
    }

    /** How the application reaches its database: the owner's login, which is not a superuser. */
    public ConnexionPostgres connexion() {
        return connexion(NOM);
    }

    /** {@code true} when this process started PostgreSQL, {@code false} when it joined a running one. */
    public boolean demarreIci() {
        return demarreIci;
    }

    /** The same login on another database of the same PostgreSQL. */
    ConnexionPostgres connexion(String base) {
        try {
            return grappe.connexion(base);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The superuser, for the tests that create databases. */
    ConnexionPostgres superutilisateur() {
        try {
            return grappe.superutilisateur();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves PostgreSQL, and stops it if nobody else uses it. May be called twice. */
    @Override
    public void close() {
        synchronized (PostgresEmbarque.class) {
            if (!OUVERTS.remove(home.dossier(), this)) {
                return;
            }
        }
        try {
            if (ouvert) {
                verrou.pendantLePassage(() -> {
                    ouvert = false;
                    verrou.nePlusUtiliser();
                    if (verrou.personneDAutre()) {
                        Files.deleteIfExists(home.adressePostgres());
                        grappe.arreter();
                    }
                    return null;
                });
            }
        } catch (IOException | RuntimeException e) {
            System.err.println("PostgreSQL n'a pas pu être arrêté proprement (" + e.getMessage()
                    + ") ; le prochain démarrage s'en chargera.");
        } finally {
            ouvert = false;
            if (veille != null) {
                veille.interrupt();
            }
            verrou.fermer();
        }
    }

    private static PostgresEmbarque pour(JalonHome home, ReglagesPostgres reglages, Consumer<String> avis) {
        return OUVERTS.computeIfAbsent(home.dossier(), _ -> new PostgresEmbarque(home, reglages, avis));
    }

    private void rejoindreOuDemarrer() throws IOException {
        if (ouvert) {
            return;
        }
        verrou.pendantLePassage(() -> {
            boolean enMarche = grappe.enMarche();
            if (enMarche && verrou.personneDAutre()) {
                // an orphan: whoever started it was killed; what it was still doing must not go on
                grappe.arreter();
                enMarche = false;
            }
            if (!enMarche) {
                grappe.demarrer(GrappePostgres.SURSIS_DES_ORPHELINS);
                demarreIci = true;
                ecrireLAdresse();
            }
            verrou.utiliser();
            adresse = connexion().url();
            adresseDonnee = adresse;
            ouvert = true;
            return null;
        });
    }

    /** For the person or the tool that wants to look into the database while it runs. */
    private void ecrireLAdresse() throws IOException {
        ConnexionPostgres connexion = connexion();
        var adresse = new Properties();
        adresse.setProperty("url", connexion.url());
        adresse.setProperty("utilisateur", connexion.utilisateur());
        adresse.setProperty("motDePasse", connexion.motDePasse());
        FichierPrive.ecrire(home.adressePostgres(), adresse);
    }

    private void attendreLesAutresPuis(Duration patience, VerrouDuDossier.Action<Void> action) throws IOException {
        long limite = System.nanoTime() + patience.toNanos();
        while (true) {
            boolean fait = verrou.pendantLePassage(() -> {
                if (verrou.personneDAutre()) {
                    action.executer();
                    return true;
                }
                return false;
            });
            if (fait) {
                return;
            }
            if (System.nanoTime() > limite) {
                throw new DemarrageImpossible("Une commande de Jalon travaille encore sur « " + home.dossier()
                        + " » : attendez qu'elle finisse, puis recommencez.");
            }
            Pause.de(Duration.ofMillis(200));
        }
    }
}
