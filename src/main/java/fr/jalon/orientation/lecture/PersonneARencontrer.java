package fr.jalon.orientation.lecture;

import fr.jalon.ecran.Francais;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A person whose follow-up runs, and where her first meeting stands.
 *
 * @param notifieLe  day her orientation was notified
 * @param limite     last day of the first meeting
 * @param rencontre  day of that meeting, {@code null} while she waits
 * @param effacable  number of that meeting when it was noted without a slot, and may be taken back; else {@code null}
 * @param prevueLe   day of the next appointment planned for her, or {@code null}
 * @param derniereLe day of the last one she missed, or {@code null}
 * @param derniere   excused or absent that day, or {@code null}
 */
public record PersonneARencontrer(@PersonneMontree long personneId, String nom, String prenom, LocalDate naissance, String commune,
    String telephone, String organisation,
    String referent, LocalDate notifieLe, LocalDate limite, LocalDate rencontre, Long effacable, LocalDate prevueLe, LocalDate derniereLe,
    EtatEntretien derniere) {
  /** {@code MARTIN Ana}. */
  public String nomComplet() {
    return nom + " " + Francais.nom(prenom);
  }

  /** True when nobody met her and the last day is past. */
  public boolean enRetard(LocalDate aujourdhui) {
    return rencontre == null && aujourdhui.isAfter(limite);
  }

  /** In words: « 12 jours », « dernier jour », « 3 jours de retard ». */
  public String delai(LocalDate aujourdhui) {
    return LigneDEntree.jours(ChronoUnit.DAYS.between(aujourdhui, limite));
  }
}
