package fr.jalon.allocataires.constat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** What other files, already loaded, say after the reference date: a late file speaks only until the next one does. */
public interface Suites {
  /** Next monthly reference already loaded for this payer after the reference date; {@link LocalDate#MAX} when none. */
  LocalDate prochainMensuel(String fonctionOrganisme, String numeroOrganisme);

  /** Next daily reference already loaded that holds each foyer, for those that have one. */
  Map<Long, LocalDate> prochainsJournaliers(Collection<Long> foyers);
}
