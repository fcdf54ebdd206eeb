package fr.jalon.orientation.domaine;

import java.time.LocalDate;

/**
 * An orientation notified to a person.
 *
 * @param referentId référent named, or {@code null} when only the organisation is known
 * @param notifieLe  day the letter was posted, or the référent named face to face
 */
public record NouvelleOrientation(long personneId, Parcours parcours, int organisationId, Integer referentId, LocalDate notifieLe) {}
