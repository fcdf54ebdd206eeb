package fr.jalon.echanges.tableur.application;

import fr.jalon.echanges.tableur.domaine.Cases;
import fr.jalon.echanges.tableur.domaine.GenreDeTableur;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * One kind of thing that a former tool knew of persons, written and undone through the door of its room, with the rights of the agent: what she may
 * not write by hand she does not take over.
 *
 * @param <T> what a row says
 */
interface Repreneur<T> {
  /** Which spreadsheets it takes. */
  GenreDeTableur genre();

  /** Reads a row alone; what is wrong goes in its cells. */
  T lire(Cases cases, LocalDate aujourdhui);

  /** Says of the rows that read well what is known: whom they speak of, what contradicts, what is there. Inside a transaction of the agent. */
  void confronter(List<RangeeReprise<T>> rangees);

  /** Writes these rows, which are right, and says on each what it wrote. Inside a transaction of the agent. */
  void ecrire(Tableur t, List<RangeeReprise<T>> rangees);

  /** A row that was written. @param cree numbers of what it wrote; @param le when: what came after was built on it */
  record Ecrite(int rang, Map<String, Long> cree, OffsetDateTime le) {}

  /** Takes back what these rows wrote. @return by rank, why a row stays */
  Map<Integer, String> defaire(Collection<Ecrite> ecrites);
}
