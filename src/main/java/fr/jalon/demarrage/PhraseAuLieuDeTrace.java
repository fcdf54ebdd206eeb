package fr.jalon.demarrage;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;

/** Tells Spring Boot that a {@link DemarrageImpossible} needs no report: the command line prints its sentence. */
public final class PhraseAuLieuDeTrace implements SpringBootExceptionReporter, Ordered {

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean reportException(Throwable echec) {
        return dans(echec) != null;
    }

    /** The refusal inside a failure, or {@code null}. */
    static DemarrageImpossible dans(Throwable echec) {
        for (Throwable cause = echec; cause != null; cause = cause.getCause()) {
            if (cause instanceof DemarrageImpossible refus) {
                return refus;
            }
        }
        return null;
    }
}
