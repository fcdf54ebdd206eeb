package fr.jalon.engagement;

import java.time.LocalDate;
import java.util.List;

/**
 * What the weeks of these persons count is no longer what it was: hours, an adaptation, a contract. Told in the transaction that writes it; their
 * weeks are counted again once it is written.
 *
 * @param personnes their numbers
 * @param premier   a day of the first week; @param dernier a day of the last one
 */
public record HeuresChangees(List<Long> personnes, LocalDate premier, LocalDate dernier) {
  /** Defensive copy. */
  public HeuresChangees {
    personnes = List.copyOf(personnes);
  }
}
