package fr.jalon.rendezvous;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** Who waits for a convocation, as the rooms above know it: a bean of each. Read under the perimeter of the agent. */
public interface PersonnesEnAttente {
  /** @return number of persons to convoke by id of their territory; persons in no territory are left out */
  Map<Integer, Integer> aConvoquer();

  /** Last day each of these must be met; who is due nothing is absent. */
  Map<Long, LocalDate> limites(Collection<Long> personnes);
}
