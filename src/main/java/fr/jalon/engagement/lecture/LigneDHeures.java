package fr.jalon.engagement.lecture;

import fr.jalon.ecran.Francais;
import fr.jalon.engagement.domaine.Jauge;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;
import java.util.Map;

/**
 * A person of the list, in one week.
 *
 * @param parActivite minutes noted that week by code of activity, of what the agent may read; structured solutions count besides
 * @param aRevoirLe   day her adapted plan is seen again, {@code null} when none is
 */
public record LigneDHeures(@PersonneMontree long personneId, String nom, String prenom, LocalDate naissance, String territoire, String organisation,
    String referent, Jauge jauge, Map<String, Integer> parActivite, LocalDate aRevoirLe) {
  /** {@code MARTIN Ana}. */
  public String nomComplet() {
    return Francais.personne(nom, prenom);
  }
}
