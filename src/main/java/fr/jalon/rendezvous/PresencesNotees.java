package fr.jalon.rendezvous;

import java.time.LocalDate;
import java.util.List;

/**
 * Whether these persons came to a session was noted, corrected or taken back: told in the transaction that writes it to whoever stands above
 * (webhooks).
 *
 * @param jour      day of the session
 * @param personnes their numbers, each once
 */
public record PresencesNotees(long sessionId, LocalDate jour, List<Long> personnes) {
  /** Defensive copy. */
  public PresencesNotees {
    personnes = List.copyOf(personnes);
  }
}
