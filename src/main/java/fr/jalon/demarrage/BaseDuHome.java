package fr.jalon.demarrage;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The database of a home reached without Spring, by a command that must be alone on it: nobody else serves this home until it is closed.
 *
 * @param externe true for the one of {@code JALON_DB_URL}
 */
public record BaseDuHome(ConnexionPostgres connexion, boolean externe, AutoCloseable arret) implements AutoCloseable {

    /**
     * The database to restore into.
     *
     * @param effacer true to erase what an embedded one holds; an external one is never erased
     * @throws DemarrageImpossible when a server or a command uses the home, with what to do
     */
    public static BaseDuHome pourRestaurer(JalonHome home, ConfigurableEnvironment reglages, boolean effacer) {
        boolean externe = !reglages.getProperty("jalon.db.url", "").isBlank();
        if (externe && effacer) {
            throw new DemarrageImpossible("La base de données est externe (JALON_DB_URL) : Jalon ne l'efface pas ; "
                    + "donnez une base vide, ou retirez JALON_DB_URL pour la base embarquée.");
        }
        PostgresEmbarque.reserverPourUnServeur(home);
        if (externe) {
            return new BaseDuHome(BaseDeDonneesPostProcessor.externe(reglages.getProperty("jalon.db.url", "").strip(), reglages), true,
                    () -> { });
        }
        if (effacer) {
            PostgresEmbarque.effacer(home);
        }
        PostgresEmbarque postgres = PostgresEmbarque.ouvrir(home, System.err::println);
        return new BaseDuHome(postgres.connexion(), false, postgres);
    }

    @Override
    public void close() {
        try {
            arret.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
