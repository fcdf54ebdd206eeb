package fr.jalon.allocataires;

import java.util.List;

/** The telephone or the e-mail of these persons was just given, changed or forgotten. Published in the transaction that writes it. */
public record CoordonneesChangees(List<Long> personnes) {
  /** Defensive copy. */
  public CoordonneesChangees {
    personnes = List.copyOf(personnes);
  }
}
