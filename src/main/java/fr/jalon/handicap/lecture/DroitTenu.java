package fr.jalon.handicap.lecture;

import fr.jalon.handicap.domaine.DroitMdph;
import java.time.LocalDate;

/** A right that a person holds, or whose end is near. @param jusquAu last day, {@code null} for good; @param renouvele true when it is asked again */
public record DroitTenu(DroitMdph droit, LocalDate depuis, LocalDate jusquAu, boolean renouvele) {
  /** True when it ends before that day. */
  public boolean finitAvant(LocalDate jour) {
    return jusquAu != null && jusquAu.isBefore(jour);
  }
}
