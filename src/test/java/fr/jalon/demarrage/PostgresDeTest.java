package fr.jalon.demarrage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;

/**
 * A real PostgreSQL for the tests: one per JVM, kept under {@code target/} between runs, not durable. Each caller gets
 * a database of its own, empty, in a few tens of milliseconds. The JVMs of a run have each their own: roles belong to a
 * whole PostgreSQL, and two migrations at once would write them together.
 */
public final class PostgresDeTest {

    /** Number of this JVM among those of the run, from 1 (see {@code pom.xml}); 1 when there is but one, in an IDE for example. */
    static final String FOURCHE = fourche();

    static final Path DOSSIER = Path.of("target/postgres-de-test-" + FOURCHE);
    private static final String PREFIXE = "essai_";
    private static final AtomicInteger NUMERO = new AtomicInteger();
    private static PostgresEmbarque postgres;
    private static String modele;
    private static boolean springLArretera;

    private PostgresDeTest() {
    }

    /** Never empty: two JVMs would take one PostgreSQL for theirs. */
    private static String fourche() {
        String numero = System.getProperty("jalon.test.fourche", "1");
        if (!numero.matches("[1-9]")) {
            throw new IllegalStateException("jalon.test.fourche = « " + numero
                + " » : le numéro de la JVM de test n'est pas arrivé jusqu'ici (pom.xml, argLine)");
        }
        return numero;
    }

    /** A new empty database, owned by the login {@code jalon}, which is not a superuser. */
    public static ConnexionPostgres nouvelleBase() {
        return copieDe("template0");
    }

    /** A new database that already has all the tables of the application, and nothing in them. */
    public static synchronized ConnexionPostgres nouvelleBaseMigree() {
        if (modele == null) {
            ConnexionPostgres vide = nouvelleBase();
            Flyway.configure().dataSource(dataSource(vide)).locations("classpath:db/migration").load().migrate();
            modele = vide.url().replaceFirst(".*/", "");
        }
        return copieDe(modele);
    }

    /** A new database with all that another one holds; nobody may be connected to the model. */
    public static synchronized ConnexionPostgres copieDe(String modele) {
        String nom = PREFIXE + ProcessHandle.current().pid() + "_" + NUMERO.incrementAndGet();
        executer("create database " + nom + " owner jalon template " + modele + " strategy wal_log");
        return postgres().connexion(nom);
    }

    /** A plain data source on a database, without a pool. */
    public static DataSource dataSource(ConnexionPostgres connexion) {
        var source = new PGSimpleDataSource();
        source.setUrl(connexion.url());
        source.setUser(connexion.utilisateur());
        source.setPassword(connexion.motDePasse());
        return source;
    }

    /** Runs one statement as superuser on the maintenance database. */
    public static void executer(String sql) {
        enSuperutilisateur(postgres().superutilisateur(), sql);
    }

    /** Runs statements as superuser on the database of that connection. */
    public static void enSuperutilisateur(ConnexionPostgres base, String sql) {
        ConnexionPostgres acces = postgres().superutilisateur();
        try (Connection connexion = DriverManager.getConnection(base.url(), acces.utilisateur(), acces.motDePasse());
                var requete = connexion.createStatement()) {
            requete.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Contexts use it: it must stop after they are closed, or their pools would wait for a dead server. */
    static synchronized void laisserSpringLArreter() {
        if (!springLArretera) {
            springLArretera = true;
            SpringApplication.getShutdownHandlers().add(postgres()::close);
        }
    }

    private static void arreterSansSpring() {
        if (!springLArretera) {
            postgres.close();
        }
    }

    private static synchronized PostgresEmbarque postgres() {
        if (postgres == null) {
            postgres = PostgresEmbarque.ouvrir(new JalonHome(DOSSIER),
                    ReglagesPostgres.DE_TEST, _ -> { });
            Runtime.getRuntime().addShutdownHook(new Thread(PostgresDeTest::arreterSansSpring));
            if (postgres.demarreIci()) {
                effacerLesAnciennes();
            }
        }
        return postgres;
    }

    /** Databases left by earlier runs: nobody else uses this PostgreSQL, since it was just started. */
    private static void effacerLesAnciennes() {
        ConnexionPostgres acces = postgres.superutilisateur();
        try (Connection connexion = DriverManager.getConnection(acces.url(), acces.utilisateur(), acces.motDePasse());
                var liste = connexion.createStatement();
                var bases = liste.executeQuery(
                        "select datname from pg_database where datname like '" + PREFIXE + "%'")) {
            while (bases.next()) {
                try (var requete = connexion.createStatement()) {
                    requete.execute("drop database if exists " + bases.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
