package fr.jalon.orientation.lecture;

import fr.jalon.echeances.Urgence;
import fr.jalon.orientation.domaine.EtatEntree;
import fr.jalon.orientation.domaine.MotifEntree;
import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * One person to orient.
 *
 * @param limite legal limit (last day)
 * @param cible  the Département's own (last day), or {@code null}
 * @param urgence {@code null} while she is paused
 * @param aPoster true when her orientation is recorded and its letter has not left: the deadline still runs
 * @param sansLettre true when that letter was given up: nothing will notify her until it is written again
 * @param individuel the interview planned for her, given or to choose, {@code null} when there is none
 * @param sexe as the files say it, or {@code null}
 * @param convocation the last convocation to an information collective since she entered, {@code null} when there is none
 */
public record LigneDEntree(long entreeId, @PersonneMontree long personneId, String nom, String prenom, LocalDate naissance,
    MotifEntree motif, EtatEntree etat,
    LocalDate etatDepuis, LocalDate recuLe, LocalDate limite, LocalDate cible, String territoire, String commune, String codeCommune, Urgence urgence,
    Convoquee convocation, boolean aPoster, boolean sansLettre, Individuel individuel, Short sexe) {

  /** To a session of that day. @param absences without excuse, that one included */
  public record Convoquee(long sessionId, LocalDate jour, EtatConvocation etat, int absences) {}

  /** An interview. @param jour {@code null} while she has not chosen */
  public record Individuel(long entretienId, LocalDate jour) {}

  /** True when her orientation is to be decided. */
  public boolean aOrienter() {
    return urgence != null && !aPoster;
  }

  /** True when she waits, no interview is planned for her, and nobody expects her at a session nor met her there. */
  public boolean aConvoquer() {
    return aOrienter() && individuel == null && (convocation == null || !convocation.etat().enCours()
        && convocation.etat() != EtatConvocation.PRESENTE);
  }

  /** Days left before the legal limit, negative when late. */
  public long joursRestants(LocalDate aujourdhui) {
    return ChronoUnit.DAYS.between(aujourdhui, limite);
  }

  /** In words: « 12 jours », « aujourd'hui », « 3 jours de retard ». */
  public String delai(LocalDate aujourdhui) {
    return jours(joursRestants(aujourdhui));
  }

  /** True when the Département's target is past and the law's limit is not. */
  public boolean ciblePassee(LocalDate aujourdhui) {
    return cible != null && aujourdhui.isAfter(cible) && !aujourdhui.isAfter(limite);
  }

  static String jours(long reste) {
    if (reste == 0) {
      return "dernier jour";
    }
    long n = Math.abs(reste);
    return n + (n == 1 ? " jour" : " jours") + (reste < 0 ? " de retard" : "");
  }
}
