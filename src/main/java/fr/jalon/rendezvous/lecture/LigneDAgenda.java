package fr.jalon.rendezvous.lecture;

import fr.jalon.rendezvous.domaine.EtatEntretien;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;

/**
 * A slot of the agenda and who holds it.
 *
 * @param ferme       why nobody receives then, or {@code null}
 * @param pris        true when somebody holds it, of whatever perimeter
 * @param etatDepuis  when the interview was given, moved, answered last, or {@code null}
 * @param entretienId {@code null} when it is free, or held by a person the agent may not see
 */
public record LigneDAgenda(long id, int permanenceId, LocalDate jour, LocalTime debut, LocalTime fin, String ferme, String agent, int lieuId,
    String lieu, String commune,
    int territoire, boolean pris, Long entretienId, @PersonneMontree Long personneId, String nom, String prenom, EtatEntretien etat,
    OffsetDateTime etatDepuis, String motif) {
  /** {@code MARTIN Ana}. */
  public String nomComplet() {
    return nom + " " + fr.jalon.ecran.Francais.nom(prenom);
  }

  /** True when it may still be given. */
  public boolean libre(LocalDateTime maintenant) {
    return !pris && ferme == null && jour.atTime(debut).isAfter(maintenant);
  }
}
