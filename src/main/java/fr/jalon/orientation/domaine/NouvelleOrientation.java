package fr.jalon.orientation.domaine;

import java.time.LocalDate;

/**
 * An orientation notified to a person.
 *
 * @param referentId référent named, or {@code null} when only the organisation is known
 * @param notifieLe  day the letter was posted, or the référent named face to face
 * @param motifEcart why the pathway is not the one recommended, {@code null} when it is or nothing was recommended
 */
public record NouvelleOrientation(long personneId, Parcours parcours, int organisationId, Integer referentId, LocalDate notifieLe, String motifEcart) {

  /** One that follows the recommendation, if there is any. */
  public NouvelleOrientation(long personneId, Parcours parcours, int organisationId, Integer referentId, LocalDate notifieLe) {
    this(personneId, parcours, organisationId, referentId, notifieLe, null);
  }
}
