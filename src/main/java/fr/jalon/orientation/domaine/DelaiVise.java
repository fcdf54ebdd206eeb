package fr.jalon.orientation.domaine;

import java.time.LocalDate;
import java.time.Period;

/**
 * A delay that a Département sets itself, with its own start and end. Months are months.
 *
 * @param cle       the parameter that sets it
 * @param departCompris true when the day it starts from is the first (received on 01/03, 15 days end on 15/03; less than a month ends on 31/03)
 * @param reference     document that sets it
 */
public record DelaiVise(String cle, DepartDuDelai depart, FinDuDelai fin, Period duree, boolean departCompris, String reference) {

  /** The last day, for an entry received then in a file of that date of reference. */
  public LocalDate limite(LocalDate recuLe, LocalDate reference) {
    LocalDate terme = depart.jour(recuLe, reference).plus(duree);
    return departCompris ? terme.minusDays(1) : terme;
  }

  /** True when notifying the orientation, or naming the référent with it, ends it: the deadline to orient bears it. */
  public boolean parLOrientation() {
    return fin == FinDuDelai.ORIENTATION || fin == FinDuDelai.REFERENT;
  }
}
