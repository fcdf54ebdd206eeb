package fr.jalon.allocataires;

import fr.jalon.ecran.Francais;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;

/** A person found by what was typed. @param naissance or {@code null}; @param commune its name, or {@code null} */
public record PersonneTrouvee(@PersonneMontree long id, String nom, String prenom, LocalDate naissance, String commune) {
  /** {@code MARTIN Ana}. */
  public String nomComplet() {
    return nom + " " + Francais.nom(prenom);
  }
}
