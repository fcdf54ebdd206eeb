package fr.jalon.socle;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A state of something the house keeps. {@link #suivants()} is the only truth on what may follow: {@code R__passages_permis.sql} says it again
 * for PostgreSQL, which refuses any other passage, and {@code EtatsTest} holds the two together.
 *
 * @param <E> the enum that implements it
 */
public interface Etat<E extends Enum<E> & Etat<E>> {
  /** As written in the database. */
  String name();

  /** As shown. */
  String libelle();

  /** The states that may follow. */
  Set<E> suivants();

  /** The names of the states this one may follow, for updates of many rows at once. */
  default List<String> precedents() {
    return Stream.of(((Enum<?>) this).getDeclaringClass().getEnumConstants()).map(e -> (Etat<?>) e).filter(e -> e.suivants().contains(this))
        .map(Etat::name).toList();
  }
}
