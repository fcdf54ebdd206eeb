package fr.jalon.orientation.application;

import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a follow-up. */
@Service
public class CloreSuivi {
  private final ChangerLeSuivi changement;

  CloreSuivi(ChangerLeSuivi changement) {
    this.changement = changement;
  }

  /**
   * @param le    day it takes effect, not in the future nor before the orientation
   * @param motif why
   * @throws fr.jalon.socle.RefusMetier when its state does not allow it
   */
  @Transactional
  public void executer(long suiviId, LocalDate le, String motif) {
    changement.executer(suiviId, "SUIVI_CLOS", motif, s -> s.clore(le, motif));
  }
}
