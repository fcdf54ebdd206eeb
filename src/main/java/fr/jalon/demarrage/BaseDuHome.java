package fr.jalon.demarrage;

import java.io.IOException;
import java.sql.SQLException;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The database of a home reached without Spring, by a command that must be alone on it: nobody else serves this home until it is closed. What an
 * embedded one holds stays as it is until {@link #remplacer}: what is put back is made beside it.
 */
public final class BaseDuHome implements AutoCloseable {

    private final ConnexionPostgres presente;
    private final PostgresEmbarque postgres;
    private final BaseACote aCote;

    private BaseDuHome(ConnexionPostgres presente, PostgresEmbarque postgres, BaseACote aCote) {
        this.presente = presente;
        this.postgres = postgres;
        this.aCote = aCote;
    }

    /**
     * The database to restore into.
     *
     * @param effacer true when what an embedded one holds will go; an external one is never erased
     * @throws DemarrageImpossible when a server or a command uses the home, with what to do
     */
    public static BaseDuHome pourRestaurer(JalonHome home, ConfigurableEnvironment reglages, boolean effacer) {
        String externe = reglages.getProperty("jalon.db.url", "").strip();
        if (!externe.isEmpty() && effacer) {
            throw new DemarrageImpossible("La base de données est externe (JALON_DB_URL) : Jalon ne l'efface pas ; "
                    + "donnez une base vide, ou retirez JALON_DB_URL pour la base embarquée.");
        }
        PostgresEmbarque.reserverPourUnServeur(home);
        if (!externe.isEmpty()) {
            return new BaseDuHome(BaseDeDonneesPostProcessor.externe(externe, reglages), null, null);
        }
        PostgresEmbarque postgres = PostgresEmbarque.ouvrir(home, System.err::println);
        try {
            postgres.exigerDEtreSeul();
            return new BaseDuHome(postgres.connexion(), postgres, new BaseACote(postgres));
        } catch (IOException | SQLException e) {
            postgres.close();
            throw new DemarrageImpossible("La base de données ne peut pas être préparée (" + e.getMessage() + ") : rien n'a été changé.", e);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /** True for the one of {@code JALON_DB_URL}. */
    public boolean externe() {
        return postgres == null;
    }

    /** The database that serves today. */
    public ConnexionPostgres presente() {
        return presente;
    }

    /** Where to put things back: an empty database beside the one that serves; the same when it is external. */
    public ConnexionPostgres nouvelle() {
        return aCote == null ? presente : aCote.connexion();
    }

    /**
     * The new one serves from now on, the one before is erased; at once and whole, or not at all. Nobody may be connected to either.
     *
     * @throws SQLException when a command came in meanwhile: nothing has changed
     */
    public void remplacer() throws SQLException {
        if (aCote != null) {
            aCote.servir();
        }
    }

    @Override
    public void close() {
        if (postgres != null) {
            postgres.close();
        }
    }
}
