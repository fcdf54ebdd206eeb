package fr.jalon.orientation.lecture;

import fr.jalon.orientation.domaine.Avis;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * One parcours social to review.
 *
 * @param referent   its référent, or {@code null}
 * @param limite     last day for the review
 * @param reference  article
 * @param maintenuLe last time it was kept, or {@code null}
 * @param dernierAvis opinion of the équipe pluridisciplinaire then, or {@code null}
 * @param reorientation id of the request that waits, or {@code null}
 */
public record LigneDeReexamen(long suiviId, @PersonneMontree long personneId, String nom, String prenom, LocalDate naissance,
    String territoire, String organisation,
    String referent, LocalDate notifieLe, LocalDate limite, String reference, LocalDate maintenuLe, Avis.Sens dernierAvis, Long reorientation) {

  /** {@code MARTIN Ana}. */
  public String nomComplet() {
    return nom + " " + fr.jalon.ecran.Francais.nom(prenom);
  }

  /** True when the limit is past. */
  public boolean enRetard(LocalDate aujourdhui) {
    return aujourdhui.isAfter(limite);
  }

  /** « 12 jours », « dernier jour », « 3 jours de retard ». */
  public String delai(LocalDate aujourdhui) {
    return LigneDEntree.jours(ChronoUnit.DAYS.between(aujourdhui, limite));
  }
}
