package fr.jalon.allocataires.constat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What other files, already loaded, say after the reference date: a late file speaks only until the next one does. */
@FunctionalInterface
public interface Suites {
  /** Nothing was loaded after this file. */
  Suites AUCUNE = (cles, numeros) -> Map.of();

  /**
   * What later files say of one foyer.
   *
   * @param tenuLe      reference of the next file that holds it and recorded it; {@link LocalDate#MAX} when none
   * @param absentLe    reference of the next full file of its payer that does not hold it, before {@code tenuLe}; {@link LocalDate#MAX} when none
   * @param absentSelon that file, 0 when none
   */
  record Suite(LocalDate tenuLe, LocalDate absentLe, long absentSelon) {
    /** No later file speaks of it. */
    public static final Suite AUCUNE = new Suite(LocalDate.MAX, LocalDate.MAX, 0);

    /** True when a later file holds it: this one does not have the last word. */
    public boolean tardif() {
      return !tenuLe.equals(LocalDate.MAX);
    }

    /** True when a file of the same date, written later, has already said all of it. */
    public boolean depasse(LocalDate reference) {
      return !tenuLe.isAfter(reference);
    }

    /** True when a later full file no longer holds it. */
    public boolean absent() {
      return !absentLe.equals(LocalDate.MAX);
    }
  }

  /**
   * Answers for a batch; a foyer of which no later file speaks may be left out.
   *
   * @param cles    claims
   * @param numeros number of each known foyer, {@code null} for those never recorded
   */
  Map<CleFoyer, Suite> de(List<CleFoyer> cles, List<Long> numeros);

  /** True when a file of a later date, of any payer, was loaded before this one. */
  default boolean existent() {
    return false;
  }
}
