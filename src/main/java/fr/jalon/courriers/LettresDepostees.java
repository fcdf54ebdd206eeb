package fr.jalon.courriers;

import java.time.LocalDate;
import java.util.List;

/**
 * It was said by mistake that these letters were posted: they wait again. Published in the transaction that says so, the same day.
 *
 * @param etaitLe the day of posting that was told, and that no longer counts
 */
public record LettresDepostees(LocalDate etaitLe, List<Lettre> lettres) {
  /** Defensive copy. */
  public LettresDepostees {
    lettres = List.copyOf(lettres);
  }

  /** One of them, as it was asked: see {@link Demande}. @param le the date it bears */
  public record Lettre(String modele, long personneId, long objetId, LocalDate le) {}
}
