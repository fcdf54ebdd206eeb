package fr.jalon.demarrage;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The database of a home reached without Spring, by a command that must be alone on it: nobody else serves this home until it is closed. What an
 * embedded one holds stays as it is until {@link #remplacer}: what is put back is made beside it.
 */
public final class BaseDuHome implements AutoCloseable {

    private final ConnexionPostgres presente;
    private final ConnexionPostgres nouvelle;
    private final PostgresEmbarque postgres;

    private BaseDuHome(ConnexionPostgres presente, ConnexionPostgres nouvelle, PostgresEmbarque postgres) {
        this.presente = presente;
        this.nouvelle = nouvelle;
        this.postgres = postgres;
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
            ConnexionPostgres base = BaseDeDonneesPostProcessor.externe(externe, reglages);
            return new BaseDuHome(base, base, null);
        }
        PostgresEmbarque postgres = PostgresEmbarque.ouvrir(home, System.err::println);
        try {
            postgres.refuserLesAutres();
            return new BaseDuHome(postgres.connexion(), postgres.baseACote(), postgres);
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
        return nouvelle;
    }

    /**
     * The new one serves from now on, the one before is erased; at once and whole, or not at all. Nobody may be connected to either.
     *
     * @throws DemarrageImpossible when a command came in meanwhile: nothing has changed
     */
    public void remplacer() {
        if (postgres != null) {
            postgres.remplacerParCelleDACote();
        }
    }

    @Override
    public void close() {
        if (postgres != null) {
            postgres.close();
        }
    }
}
