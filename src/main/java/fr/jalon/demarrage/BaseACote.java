package fr.jalon.demarrage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A second database in an embedded PostgreSQL, made beside the one that serves and able to take its place. */
final class BaseACote {

    private static final String A_COTE = "jalon_a_cote";
    private static final String REMPLACEE = "jalon_remplacee";

    private final PostgresEmbarque postgres;

    /** Empty. @throws SQLException when it cannot be created; nothing has changed */
    BaseACote(PostgresEmbarque postgres) throws SQLException {
        this.postgres = postgres;
        try (Connection base = superutilisateur(); Statement requete = base.createStatement()) {
            effacerLesRestes(requete);
            requete.execute("create database " + A_COTE + " owner " + PostgresEmbarque.NOM);
            requete.execute("revoke all on database " + A_COTE + " from public");
        }
    }

    /** What a restoration that was killed left. */
    static void effacerLesRestes(Statement requete) throws SQLException {
        requete.execute("drop database if exists " + A_COTE);
        requete.execute("drop database if exists " + REMPLACEE);
    }

    ConnexionPostgres connexion() {
        return postgres.connexion(A_COTE);
    }

    /**
     * It serves from now on. Both names change together; the old database goes after, and if it cannot, at the next start.
     *
     * @throws SQLException when somebody is connected to one of them; nothing has changed
     */
    void servir() throws SQLException {
        try (Connection base = superutilisateur(); Statement requete = base.createStatement()) {
            base.setAutoCommit(false);
            requete.execute("alter database " + PostgresEmbarque.NOM + " rename to " + REMPLACEE);
            requete.execute("alter database " + A_COTE + " rename to " + PostgresEmbarque.NOM);
            base.commit();
            base.setAutoCommit(true);
            try {
                effacerLesRestes(requete);
            } catch (SQLException e) {
                System.err.println("Les anciennes données seront effacées au prochain démarrage (" + e.getMessage() + ").");
            }
        }
    }

    private Connection superutilisateur() throws SQLException {
        ConnexionPostgres acces = postgres.superutilisateur();
        return DriverManager.getConnection(acces.url(), acces.utilisateur(), acces.motDePasse());
    }
}
