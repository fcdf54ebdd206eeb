package fr.jalon.allocataires;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a room adds to the dossier of a person: a panel, events of the timeline, or both. Each room declares a bean; this room knows none of
 * them. Called inside the read transaction of the page, under the perimeter of the agent.
 */
public interface PanneauDossier {
  /**
   * The panel, or empty when there is nothing to say of her.
   *
   * @param personneId the person
   * @param au         the day at which the dossier is read
   */
  default Optional<Panneau> panneau(long personneId, LocalDate au) {
    return Optional.empty();
  }

  /** Events of the timeline up to a day, in any order. */
  default List<EvenementDuFil> evenements(long personneId, LocalDate au) {
    return List.of();
  }

  /**
   * One panel.
   *
   * @param titre   heading, an {@code h2} of the page
   * @param icone   Bootstrap icon without prefix
   * @param ordre   rank among the panels; those of this room are 100 (right), 200 (household), 300 (address), 400 (amounts), 500 (claims)
   * @param gabarit template without extension, e.g. {@code orientation/panneau}; it takes one parameter, {@code modele}
   * @param modele  what the template shows
   */
  record Panneau(String titre, String icone, int ordre, String gabarit, Object modele) {}
}
