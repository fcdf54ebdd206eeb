package fr.jalon.demarrage;

import fr.jalon.socle.PanneDeLaBase;
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
                case SQLException sql -> refusDeLaConnexion(sql);
                default -> null;
            };
            if (phrase != null) {
                return phrase;
            }
        }
        return Pannes.dans(echec).map(PanneDeLaBase::auTerminal).orElse(null);
    }

    /** What PostgreSQL answers to whoever comes in: each time, what to change. */
    private static String refusDeLaConnexion(SQLException sql) {
        String etat = sql.getSQLState() == null ? "" : sql.getSQLState();
        String dit = " (" + String.valueOf(sql.getMessage()).lines().findFirst().orElse("") + ")";
        return switch (etat) {
            case "28P01" -> "PostgreSQL refuse le mot de passe" + dit + " : vérifiez JALON_DB_USER et JALON_DB_PASSWORD.";
            case "28000" -> "PostgreSQL refuse cette connexion" + dit + " : vérifiez JALON_DB_USER, et que le fichier "
                    + "pg_hba.conf du serveur laisse entrer cette machine.";
            case "3D000" -> "Cette base de données n'existe pas" + dit + " : créez-la (create database … owner …), ou corrigez "
                    + "son nom dans JALON_DB_URL.";
            case "08001", "08004", "08006" -> "PostgreSQL n'est pas joignable" + dit + " : vérifiez qu'il est en marche et que "
                    + "JALON_DB_URL dit le bon serveur et le bon port.";
            default -> null;
        };
    }
}
