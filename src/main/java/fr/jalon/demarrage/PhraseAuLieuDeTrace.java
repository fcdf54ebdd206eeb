package fr.jalon.demarrage;

import java.sql.SQLException;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;

/**
 * Finds the sentence for the person at the terminal in what stopped a start, and tells Spring Boot that it needs no
 * report of its own: the command line prints the sentence.
 */
public final class PhraseAuLieuDeTrace implements SpringBootExceptionReporter, Ordered {

    private static volatile boolean toutEstDit;

    /** From a command line, which says everything itself: Spring reports nothing of its own on the terminal. */
    static void toutDire() {
        toutEstDit = true;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean reportException(Throwable echec) {
        return toutEstDit || dans(echec) != null;
    }

    /** The sentence inside a failure, or {@code null} if it is not one that the person can act upon. */
    static String dans(Throwable echec) {
        for (Throwable cause = echec; cause != null; cause = cause.getCause()) {
            String phrase = switch (cause) {
                case DemarrageImpossible refus -> refus.getMessage();
                case PortInUseException port -> "Le port " + port.getPort()
                        + " est déjà pris par un autre programme : choisissez-en un autre avec --port ou JALON_PORT.";
                case SQLException sql when refuseLaConnexion(sql) -> "La base de données refuse la connexion ("
                        + sql.getMessage() + ") : vérifiez JALON_DB_URL, JALON_DB_USER et JALON_DB_PASSWORD.";
                default -> null;
            };
            if (phrase != null) {
                return phrase;
            }
        }
        return null;
    }

    /** Classes 08 (no connection), 28 (wrong login) and 3D (no such database) of SQLSTATE. */
    private static boolean refuseLaConnexion(SQLException sql) {
        String etat = sql.getSQLState() == null ? "" : sql.getSQLState();
        return etat.startsWith("08") || etat.startsWith("28") || etat.startsWith("3D");
    }
}
