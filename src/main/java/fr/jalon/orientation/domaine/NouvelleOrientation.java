package fr.jalon.orientation.domaine;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.structures.Public;
import java.time.LocalDate;

/**
 * An orientation notified to a person.
 *
 * @param referentId référent named, or {@code null} when only the organisation is known
 * @param notifieLe  day the letter was posted, or the référent named face to face
 * @param motifEcart why the pathway is not the one recommended, {@code null} when it is or nothing was recommended
 * @param besoin     public the person belongs to, as the agent says, or {@code null}
 * @param depassement who accepts that the référent goes over her capacity, or {@code null}
 */
public record NouvelleOrientation(long personneId, Parcours parcours, int organisationId, Integer referentId, LocalDate notifieLe, String motifEcart,
    Public besoin, Depassement depassement) {

  /** One that follows the recommendation, if there is any, for a person of no particular public, and a référent who has room. */
  public NouvelleOrientation(long personneId, Parcours parcours, int organisationId, Integer referentId, LocalDate notifieLe) {
    this(personneId, parcours, organisationId, referentId, notifieLe, null, null, null);
  }

  /** The same, for a person of a public, with somebody who may accept that the référent goes over her capacity. */
  public NouvelleOrientation(long personneId, Parcours parcours, int organisationId, Integer referentId, LocalDate notifieLe, Public besoin,
      Depassement depassement) {
    this(personneId, parcours, organisationId, referentId, notifieLe, null, besoin, depassement);
  }

  /** The same, with a reason not to follow the recommendation. */
  public NouvelleOrientation malgreLaRecommandation(String raison) {
    return new NouvelleOrientation(personneId, parcours, organisationId, referentId, notifieLe, raison, besoin, depassement);
  }

  /** The same, with another référent of the same organisation, who has room. */
  public NouvelleOrientation chez(int autreReferent) {
    return new NouvelleOrientation(personneId, parcours, organisationId, autreReferent, notifieLe, motifEcart, besoin, null);
  }

  /** The same, with somebody who accepts that the référent goes over her capacity. */
  public NouvelleOrientation accepteePar(Depassement quelquUn) {
    return new NouvelleOrientation(personneId, parcours, organisationId, referentId, notifieLe, motifEcart, besoin, quelquUn);
  }
}
