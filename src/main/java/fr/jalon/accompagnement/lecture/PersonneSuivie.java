package fr.jalon.accompagnement.lecture;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.Francais;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;

/**
 * A person whom somebody follows, or did. @param suivie true when somebody does; @param parcours {@code null} outside the RSA; @param organisation
 * {@code null} when it is not known; @param referentId {@code null} when nobody is named; @param referent her name, else that of the organisation
 */
public record PersonneSuivie(@PersonneMontree long id, String nom, String prenom, LocalDate naissance, String telephone, String commune,
    boolean suivie, Parcours parcours, String organisation, Integer referentId, String referent) {
  /** {@code MARTIN Ana}. */
  public String nomComplet() {
    return nom + " " + Francais.nom(prenom);
  }
}
