package fr.jalon.echeances;

import java.time.LocalDate;
import java.util.List;

/**
 * What a room does each day to keep its own deadlines true: open those that are missing, stop or close those whose object moved. A bean of
 * each room; doing it twice changes nothing more. Runs as the system, in the transaction of the sweep.
 */
public interface Balayage {
  /** @return number of deadlines changed */
  int balayer(LocalDate jour);

  /** What is left of something that should not be, in a territory ({@code null} = none): a list that must be empty and is not. */
  record Reste(String nature, Integer territoire, int nombre) {}

  /** The lists of this room that must be empty, counted with the deadlines of the day as late. */
  default List<Reste> restes(LocalDate jour) {
    return List.of();
  }
}
