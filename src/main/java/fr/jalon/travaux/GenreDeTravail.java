package fr.jalon.travaux;

import fr.jalon.socle.RefusMetier;

/**
 * A kind of long work, which a room contributes as a bean. One job of a kind is done at a time, in the order asked, whatever the number of servers.
 *
 * @param <P> what is asked: a record of plain values, kept as JSON
 */
public interface GenreDeTravail<P> {

  /** Its name in the database, e.g. {@code ENVOI_DE_MESSAGES}; never changes. */
  String code();

  /** The record of what is asked. */
  Class<P> parametres();

  /**
   * What becomes of it when its server stops in the middle: {@code true} when its parts may be done again without doing anything twice (it goes
   * on by itself), {@code false} when a person must look first.
   */
  boolean seReprend();

  /**
   * Does it, with the rights of who asked. Outside of any transaction: each part opens its own.
   *
   * @param parametres what was asked
   * @param enCours    where progress is told, between two parts
   * @return what it gave
   * @throws RefusMetier when a rule refuses the whole: its sentence is the report
   */
  Bilan executer(P parametres, TravailEnCours enCours);

  /**
   * It ended without being done: cancelled, refused, interrupted, or stopped by an error. What the room had put aside for it is given back. As
   * the system.
   *
   * @param annule true when somebody cancelled it
   * @param phrase why, as its author reads it
   */
  default void rendre(P parametres, boolean annule, String phrase) {}

  /**
   * What the room had put aside, a few minutes ago or more, for a job that is no more (the database knows: {@code travaux.vivant}) is given back. As
   * the system, each minute.
   */
  default void rendreLesOrphelins() {}
}
