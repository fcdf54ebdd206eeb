package fr.jalon.echeances;

import java.time.LocalDate;

/**
 * What a room does each day to keep its own deadlines true: open those that are missing, stop or close those whose object moved. A bean of
 * each room; doing it twice changes nothing more. Runs as the system, in the transaction of the sweep.
 */
public interface Balayage {
  /** @return number of deadlines changed */
  int balayer(LocalDate jour);
}
