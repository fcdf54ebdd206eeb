package fr.jalon.orientation.application;

import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a follow-up to sleep: the référent stays hers, nothing is due meanwhile. */
@Service
public class MettreEnVeille {
  private final ChangerLeSuivi changement;

  MettreEnVeille(ChangerLeSuivi changement) {
    this.changement = changement;
  }

  /**
   * @param le    day it takes effect, not in the future nor before the orientation
   * @param motif why
   * @throws fr.jalon.socle.RefusMetier when its state does not allow it
   */
  @Transactional
  public void executer(long suiviId, LocalDate le, String motif) {
    changement.executer(suiviId, "SUIVI_EN_VEILLE", motif, s -> s.mettreEnVeille(le));
  }
}
