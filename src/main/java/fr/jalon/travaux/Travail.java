package fr.jalon.travaux;

import fr.jalon.travaux.domaine.EtatTravail;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A job as who asked for it reads it.
 *
 * @param titre       what it is, in a French sentence
 * @param etat        where it stands
 * @param fait        parts done
 * @param total       parts to do, or {@code null} when it is not known
 * @param avant       jobs of the same kind before it, while it waits
 * @param adresse     page where its result is read, or {@code null}
 * @param compteRendu what it gave or why it stopped, or {@code null}
 * @param laisses     what was left aside and why
 * @param annulation  true when its author asked that it stops
 * @param vu          true when its author read that it ended
 */
public record Travail(long id, String genre, String titre, EtatTravail etat, OffsetDateTime demandeLe, OffsetDateTime etatDepuis,
    long fait, Long total, int avant,
    String adresse, String compteRendu, List<String> laisses, boolean annulation, boolean vu) {

  /** True while it moves. */
  public boolean bouge() {
    return !etat.clos();
  }

  /** Share done, 0 to 100; {@code null} when it is not known. */
  public Integer pourcent() {
    return total == null || total == 0 ? null : (int) Math.min(100, fait * 100 / total);
  }
}
