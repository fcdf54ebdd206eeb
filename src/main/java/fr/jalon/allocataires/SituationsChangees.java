package fr.jalon.allocataires;

import java.util.List;

/**
 * A file just said that these persons have no payable right any more (closed, suspended, gone from the file or from their foyer), or that they
 * never lost it (another payer took over the same month). Published in the transaction of the loader; whoever planned something for them looks
 * again once it is written.
 */
public record SituationsChangees(List<Long> personnes) {
  /** Defensive copy. */
  public SituationsChangees {
    personnes = List.copyOf(personnes);
  }
}
