package fr.jalon.demarrage;

/**
 * How to reach a PostgreSQL database.
 *
 * @param url          {@code jdbc:postgresql://…}
 * @param utilisateur  login that owns the database
 * @param motDePasse   its password; may be empty
 */
public record ConnexionPostgres(String url, String utilisateur, String motDePasse) {

    /** Without the password, which must not reach a log. */
    @Override
    public String toString() {
        return url + " (" + utilisateur + ")";
    }
}
