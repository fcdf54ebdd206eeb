package fr.jalon.rendezvous;

import java.time.LocalDate;

/**
 * A person to convoke, as the room that asks for it knows her.
 *
 * @param sessionId the session, or {@code null} when nothing is chosen yet
 * @param enAttente true to put her on its waiting list
 * @param limite    last day she must be met, or {@code null} when nothing is due
 */
public record AConvoquer(long personneId, Long sessionId, boolean enAttente, LocalDate limite) {}
