package fr.jalon.allocataires;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a room adds to the dossier of a person: a panel, what waits, a word in the head, events of the timeline. Each room declares a bean; this room
 * knows none of them. Called inside the read transaction of the page, under the perimeter of the agent, and only when {@link #ouvert()}.
 */
public interface PanneauDossier {
  /** Where its panel lives. */
  PartieDuDossier partie();

  /** True when this agent's role opens it; a part whose every panel is closed is not shown. */
  default boolean ouvert() {
    return true;
  }

  /**
   * The panel, asked only by the part where it lives; empty when there is nothing to say of her.
   *
   * @param personneId the person
   * @param au         the day at which the dossier is read
   */
  default Optional<Panneau> panneau(long personneId, LocalDate au) {
    return Optional.empty();
  }

  /**
   * What must be done for these persons or is planned with them, in any order: one is asked by every part of a dossier read today, a hundred by
   * the day of a référent, all by the daily count. As many queries for a thousand as for one.
   *
   * @return by person; who is not there has nothing
   */
  default Map<Long, List<PasDuDossier>> pas(Collection<Long> personnes) {
    return Map.of();
  }

  /**
   * What colleagues ask of the agent at work by name, about whomever: she is told even when she does not follow the person. They are among
   * {@link #pas} of these persons too.
   *
   * @return by person
   */
  default Map<Long, List<PasDuDossier>> pourMoi() {
    return Map.of();
  }

  /** What the head of the page says of her, on every part. */
  default List<Repere> reperes(long personneId, LocalDate au) {
    return List.of();
  }

  /** Events of the timeline up to a day, whatever the order of the days; of one day, what happened last comes first ({@link LeFil}). */
  default List<EvenementDuFil> evenements(long personneId, LocalDate au) {
    return List.of();
  }

  /**
   * One panel.
   *
   * @param titre   heading, an {@code h2} of the page
   * @param icone   Bootstrap icon without prefix
   * @param ordre   rank in its part; those of this room are 100
   * @param gabarit template without extension, e.g. {@code orientation/panneau}; it takes {@code modele}, and {@code ecran} where it shows what a
   *     role may do
   * @param modele  what the template shows
   */
  record Panneau(String titre, String icone, int ordre, String gabarit, Object modele) {}

  /** A few words of the head. @param icone Bootstrap icon without prefix */
  record Repere(String icone, String texte) {}
}
