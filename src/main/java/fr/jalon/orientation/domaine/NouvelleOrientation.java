package fr.jalon.orientation.domaine;

import fr.jalon.structures.Public;
import java.time.LocalDate;

/**
 * An orientation notified to a person.
 *
 * @param referentId référent named, or {@code null} when only the organisation is known
 * @param notifieLe  day the letter was posted, or the référent named face to face
 * @param besoin     public the person belongs to, as the agent says, or {@code null}
 * @param depassement who accepts that the référent goes over her capacity, or {@code null}
 */
public record NouvelleOrientation(long personneId, Parcours parcours, int organisationId, Integer referentId, LocalDate notifieLe, Public besoin,
    Depassement depassement) {

  /** For a person of no particular public, and a référent who has room. */
  public NouvelleOrientation(long personneId, Parcours parcours, int organisationId, Integer referentId, LocalDate notifieLe) {
    this(personneId, parcours, organisationId, referentId, notifieLe, null, null);
  }

  /** The same, with somebody who accepts that the référent goes over her capacity. */
  public NouvelleOrientation accepteePar(Depassement quelquUn) {
    return new NouvelleOrientation(personneId, parcours, organisationId, referentId, notifieLe, besoin, quelquUn);
  }
}
