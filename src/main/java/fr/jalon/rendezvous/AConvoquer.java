package fr.jalon.rendezvous;

import java.time.LocalDate;

/**
 * A person to convoke, as the room that asks for it knows her.
 *
 * @param sessionId the session, or {@code null} when nothing is chosen yet
 * @param enAttente true to put her on its waiting list
 * @param limite    last day she must be met, or {@code null} when nothing is due
 * @param malgre    true when the agent knows that an interview is planned for her, and convokes her all the same
 */
public record AConvoquer(long personneId, Long sessionId, boolean enAttente, LocalDate limite, boolean malgre) {
  /** Refused when an interview is planned for her. */
  public AConvoquer(long personneId, Long sessionId, boolean enAttente, LocalDate limite) {
    this(personneId, sessionId, enAttente, limite, false);
  }
}
