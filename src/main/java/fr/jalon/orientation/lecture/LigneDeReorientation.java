package fr.jalon.orientation.lecture;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.echeances.Urgence;
import fr.jalon.orientation.domaine.Reorientation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * One request of réorientation, with who it is about and what she has today.
 *
 * @param parcours     pathway of the follow-up to change
 * @param organisation its organisation; @param referent its référent, or {@code null}
 * @param notifieLe    day that orientation was notified
 * @param organisationVoulue name of the organisation wished, or {@code null}
 * @param nouveauParcours pathway decided, {@code null} unless accepted
 * @param nouvelleOrganisation name of the organisation decided, {@code null} unless accepted
 * @param diagnosticLe day of the latest diagnostic made since that orientation, {@code null} when there is none
 * @param limite       day an answer is aimed at, or {@code null}
 * @param urgence      how that delay stands, {@code null} once decided
 */
public record LigneDeReorientation(Reorientation demande, String nom, String prenom, LocalDate naissance, Integer territoireId,
    String territoire, Parcours parcours,
    String organisation, String referent, LocalDate notifieLe, String organisationVoulue, Parcours nouveauParcours, String nouvelleOrganisation,
    LocalDate diagnosticLe, LocalDate limite, Urgence urgence) {

  /** {@code MARTIN Ana}. */
  public String nomComplet() {
    return nom + " " + fr.jalon.ecran.Francais.nom(prenom);
  }

  /** Days since it was asked. */
  public long attend(LocalDate aujourdhui) {
    return ChronoUnit.DAYS.between(demande.demandeeLe(), aujourdhui);
  }

  /** What is wished, in words; « sans souhait » when nothing is. */
  public String voulu() {
    String parcoursVoulu = demande.parcoursVoulu() == null ? null : demande.parcoursVoulu().libelle();
    return parcoursVoulu == null ? organisationVoulue == null ? "Sans souhait" : organisationVoulue
        : organisationVoulue == null ? parcoursVoulu : parcoursVoulu + ", " + organisationVoulue;
  }
}
