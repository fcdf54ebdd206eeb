package fr.jalon.orientation.lecture;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;

/**
 * A person followed by an organisation where nobody is named, or whose référent has left.
 *
 * @param partie  name of the référent who left, {@code null} when none was named
 * @param depuis  since when nobody follows her
 */
public record SuiviSansReferent(long suiviId, @PersonneMontree long personneId, String nom, String prenom, String territoire,
    String commune, Parcours parcours,
    int organisationId, String organisation, LocalDate notifieLe, String partie, LocalDate depuis) {

  /** {@code MARTIN Ana}. */
  public String nomComplet() {
    return nom + " " + fr.jalon.ecran.Francais.nom(prenom);
  }
}
