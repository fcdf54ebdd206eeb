package fr.jalon.orientation.lecture;

import fr.jalon.orientation.domaine.CauseSansSuivi;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;

/**
 * A person soumise with an open and payable right, who neither waits nor is followed, and of whom nobody wrote why.
 *
 * @param depuis  since when, as far as is known
 * @param detail  how her last follow-up or entry ended, or the reason whose day has come; {@code null} when nothing is known
 */
public record PersonneSansSuivi(@PersonneMontree long personneId, String nom, String prenom, LocalDate naissance, String territoire, String commune,
    CauseSansSuivi cause, LocalDate depuis, String detail) {

  /** {@code MARTIN Ana}. */
  public String nomComplet() {
    return nom + " " + fr.jalon.ecran.Francais.nom(prenom);
  }
}
