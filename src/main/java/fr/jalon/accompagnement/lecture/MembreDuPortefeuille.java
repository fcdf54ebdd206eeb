package fr.jalon.accompagnement.lecture;

import fr.jalon.accompagnement.domaine.MotifDeSortie;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.Francais;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;

/**
 * A person who is, or was, in a portfolio.
 *
 * @param entree      number of her entry
 * @param parcours    {@code null} outside the RSA, or when nobody follows her any more
 * @param sortiLe     {@code null} while she is in it, as the two that follow
 * @param pourquoi    why it no longer holds though nobody said so, {@code null} when it does
 * @param dernier     last day she was met; {@code null} when she never was, or to an agent who does not read contacts
 * @param prevuLe     day of her next appointment, {@code null} when there is none
 * @param rdvProche   true when that appointment is within the rhythm from today
 * @param aVoirAvant  last day to see her again by the rhythm
 * @param freinsLeves freins lifted since she entered; 0 to an agent who does not read diagnostics
 * @param auRsa       true when her right is open today
 */
public record MembreDuPortefeuille(long entree, @PersonneMontree long id, String nom, String prenom, LocalDate naissance, String commune,
    Parcours parcours,
    LocalDate entreLe, String raison, boolean reprise, LocalDate sortiLe, MotifDeSortie sortieMotif, String sortiePrecision, String pourquoi,
    LocalDate dernier, LocalDate prevuLe, boolean rdvProche, LocalDate aVoirAvant, int freinsLeves, boolean auRsa) {
  /** {@code MARTIN Ana}. */
  public String nomComplet() {
    return nom + " " + Francais.nom(prenom);
  }

  /** True when she should have been seen by now and nothing is planned soon. */
  public boolean tropLongtemps(LocalDate aujourdhui) {
    return sortiLe == null && !rdvProche && aVoirAvant.isBefore(aujourdhui);
  }

  /** Why it is to settle, in French. */
  public String pourquoiEnClair() {
    return pourquoi == null ? "" : EntreesIntensives.enClair(pourquoi);
  }

  /** Why she left, in French. */
  public String sortieEnClair() {
    return sortieMotif == null ? "" : sortiePrecision.isEmpty() ? sortieMotif.libelle() : sortieMotif.libelle() + " : " + sortiePrecision;
  }
}
