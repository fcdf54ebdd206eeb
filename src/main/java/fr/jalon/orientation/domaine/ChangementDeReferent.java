package fr.jalon.orientation.domaine;

import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Public;
import fr.jalon.structures.Referent;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

/**
 * Another référent of the same organisation, in the same follow-up.
 *
 * @param referentId  {@code null} when she is still to be named
 * @param le          her first day
 * @param raison      why, not empty
 * @param depassement who accepts that she goes over her capacity, or {@code null}
 */
public record ChangementDeReferent(long suiviId, Integer referentId, LocalDate le, String raison, Depassement depassement) {
  private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  /**
   * @param suivi    {@code null} when it is out of the agent's perimeter
   * @param referent {@code null} when none is named, or she is unknown
   * @throws RefusMetier when it cannot be recorded
   */
  public void verifier(Suivi suivi, Referent referent, LocalDate aujourdhui) {
    refuserSi(suivi == null, "SUIVI_INCONNU", "Ce suivi n'existe pas, ou il ne fait pas partie de ce que vous pouvez consulter.");
    refuserSi(suivi.etat() == EtatSuivi.CLOS, "SUIVI_CLOS", "Ce suivi est clos : il n'a plus de référent à changer.");
    refuserSi(raison == null || raison.isBlank(), "MOTIF_ABSENT", "Dites pourquoi le référent change, en quelques mots.");
    refuserSi(le == null || le.isAfter(aujourdhui), "DATE_FUTURE", "Indiquez le jour du changement, aujourd'hui au plus tard.");
    refuserSi(le.isBefore(suivi.notifieLe()), "DATE_AVANT_ORIENTATION", "L'orientation a été notifiée le %s : le référent ne peut pas changer avant."
        .formatted(JOUR.format(suivi.notifieLe())));
    refuserSi(Objects.equals(referentId, suivi.referentId()), "SANS_CHANGEMENT",
        referentId == null ? "Le référent est déjà à désigner." : "C'est déjà son référent.");
    refuserSi(referentId != null && (referent == null || referent.organisationId() != suivi.organisationId()), "REFERENT_AILLEURS",
        "Ce référent n'appartient pas à l'organisation qui suit la personne. Pour changer d'organisation, demandez une réorientation.");
    refuserSi(referent != null && !referent.actif(), "REFERENT_INACTIF", "Ce référent ne suit plus personne. Choisissez-en un autre.");
  }

  /** As an orientation to her, to check her places and her speciality. */
  public NouvelleOrientation versElle(Suivi suivi, Public besoin) {
    return new NouvelleOrientation(suivi.personneId(), suivi.parcours(), suivi.organisationId(), referentId, le, besoin, depassement);
  }

  private static void refuserSi(boolean refus, String code, String phrase) {
    if (refus) {
      throw new RefusMetier(code, phrase);
    }
  }
}
