package fr.jalon.courriers;

import java.time.LocalDate;
import java.util.List;

/**
 * Letters were posted. Published in the transaction that says so; the room that asked for them may hear it. A letter sent again is not
 * told: the first one counted.
 *
 * @param le the day of posting
 */
public record LettresPostees(LocalDate le, List<Lettre> lettres) {
  /** Defensive copy. */
  public LettresPostees {
    lettres = List.copyOf(lettres);
  }

  /** One of them, as it was asked: see {@link Demande}. */
  public record Lettre(String modele, long personneId, long objetId) {}
}
