package fr.jalon.demarrage;

import fr.jalon.socle.PanneDeLaBase;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what happened to the database, or to the disk, inside a failure. */
public final class Pannes {

    /** What the system says when a disk is full, in the two languages it may speak. */
    private static final Pattern DISQUE = Pattern.compile("(?i)no space left|disk quota exceeded|aucun espace disponible");

    private Pannes() {
    }

    /**
     * The first cause that is a failure of the database or of a disk.
     *
     * @return empty when the failure is something else
     */
    public static Optional<PanneDeLaBase> dans(Throwable echec) {
        boolean sansConnexion = false;
        for (Throwable cause = echec; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            if (cause instanceof IOException && cause.getMessage() != null && DISQUE.matcher(cause.getMessage()).find()) {
                return Optional.of(PanneDeLaBase.DISQUE_PLEIN);
            }
            if (cause instanceof SQLException sql) {
                // a pool that gave up waiting says why underneath, when it knows
                sansConnexion |= sql instanceof SQLTransientConnectionException;
                Optional<PanneDeLaBase> panne = PanneDeLaBase.deEtat(sql.getSQLState());
                if (panne.isPresent()) {
                    return panne;
                }
            }
        }
        return sansConnexion ? Optional.of(PanneDeLaBase.OCCUPEE) : Optional.empty();
    }
}
