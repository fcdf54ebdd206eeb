package fr.jalon.allocataires;

import java.util.List;

/**
 * What a room keeps about persons and must follow when two persons are found to be one. A bean for each kind of row. Called in the
 * transaction of the merge, under the perimeter of the agent who decides; a room may refuse by {@link fr.jalon.socle.RefusMetier}, and
 * nothing is merged.
 */
public interface SuitLaPersonne {
  /** Stable name of what follows, unique, e.g. {@code orientation.entree}. */
  String suite();

  /**
   * Moves the rows of a person to the one she is merged into.
   *
   * @return numbers of the rows moved, kept to give them back
   */
  List<Long> deplacer(long de, long vers);

  /**
   * Gives rows back when the merge is undone.
   *
   * @param lignes what {@link #deplacer} returned
   * @param a      the person they belonged to
   */
  void rendre(List<Long> lignes, long a);
}
