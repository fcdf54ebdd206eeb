package fr.jalon.allocataires.constat;

import fr.jalon.allocataires.EtatDuDroit;
import java.time.LocalDate;

/**
 * What a file changed for one adult (claimant or spouse): her situation just before the reference date and at it.
 *
 * @param avant       situation at the last date known before the reference; {@code null} when she was unknown or in no foyer
 * @param finMoisPrecedent situation at the end of the month before the reference; {@code null} likewise
 * @param apres       situation at the reference date; {@code null} when she is in no foyer any more
 * @param dateDemande date of the claim of the foyer she is in (or was in)
 * @param arriveeLe   arrival from another payer (mutation), or {@code null}
 */
public record Mouvement(long personneId, long foyerId, Situation avant, Situation finMoisPrecedent, Situation apres, LocalDate dateDemande,
    LocalDate arriveeLe) {

  /**
   * @param etatDroit      code of the right, see {@link DroitConstate#etat()}
   * @param sdd            soumise aux droits et devoirs
   * @param suspenduDepuis start of the suspension when state is 3 or 4, else {@code null}
   * @param foyerId        the foyer
   */
  public record Situation(String etatDroit, boolean sdd, LocalDate suspenduDepuis, long foyerId) {
    /** Open and payable right. */
    public boolean versable() {
      return etat() == EtatDuDroit.VERSE;
    }

    /** Right open but suspended, or payment suspended. */
    public boolean suspendu() {
      return etat() == EtatDuDroit.SUSPENDU;
    }

    /** Closed, refused, or no longer in the payer's file. */
    public boolean ferme() {
      return !etat().vivant();
    }

    /** Claim refused. */
    public boolean refuse() {
      return etat() == EtatDuDroit.REFUSE;
    }

    private EtatDuDroit etat() {
      return EtatDuDroit.de(etatDroit);
    }
  }
}
