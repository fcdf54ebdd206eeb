package fr.jalon.orientation.lecture;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;

/**
 * A person whose référent is to be named or changed, in the organisation that follows her.
 *
 * @param partie name of the référent who left, {@code null} when none was named, or she is still there
 * @param tenue  true when a référent follows her now
 * @param depuis since when nobody follows her; since when her référent does
 */
public record SuiviAConfier(long suiviId, @PersonneMontree long personneId, String nom, String prenom, String territoire,
    String commune, Parcours parcours,
    int organisationId, String organisation, LocalDate notifieLe, String partie, boolean tenue, LocalDate depuis) {

  /** What {@code depuis} is the day of: « sans référent depuis le ». */
  public String depuisQuand() {
    return tenue ? "depuis le" : partie == null ? "sans référent depuis le" : "départ de " + partie + " le";
  }

  /** {@code MARTIN Ana}. */
  public String nomComplet() {
    return nom + " " + fr.jalon.ecran.Francais.nom(prenom);
  }
}
