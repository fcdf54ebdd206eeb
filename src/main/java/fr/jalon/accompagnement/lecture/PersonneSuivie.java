package fr.jalon.accompagnement.lecture;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.Francais;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;

/**
 * A person whose follow-up runs. @param parcours {@code null} with the organisation when nobody follows her; @param referent who does, {@code null}
 * when nobody is named
 */
public record PersonneSuivie(@PersonneMontree long id, String nom, String prenom, LocalDate naissance, String telephone, String commune,
    Parcours parcours, String organisation, String referent) {
  /** {@code MARTIN Ana}. */
  public String nomComplet() {
    return nom + " " + Francais.nom(prenom);
  }
}
