package fr.jalon.allocataires.lecture;

import fr.jalon.ecran.Francais;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;

/**
 * One person followed outside the RSA for one public; she has a row for each of hers.
 *
 * @param commune     its name, {@code null} when unknown
 * @param publicSuivi code
 * @param finLe       first day she is no longer followed, {@code null} while it runs
 * @param auRsa       true when a right is open or claimed for her all the same
 */
public record LigneHorsRsa(long id, @PersonneMontree long personneId, String nom, String prenom, LocalDate naissance, String commune,
    String territoire, String publicSuivi, String cohorte, LocalDate depuis, LocalDate finLe, String finMotif, String organisation, String referent,
    boolean auRsa) {
  /** {@code MARTIN Ana}. */
  public String nomComplet() {
    return nom + " " + Francais.nom(prenom);
  }
}
