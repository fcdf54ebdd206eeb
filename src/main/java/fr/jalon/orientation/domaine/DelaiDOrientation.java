package fr.jalon.orientation.domaine;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * The delay from the reception of the CAF's or MSA's information by the Département to the orientation notified to the person (annexe 4
 * §4). The date of the right itself does not count.
 */
public final class DelaiDOrientation {
  private DelaiDOrientation() {}

  /** Last day allowed by law: the day of reception does not count (D. 262-65-2 CASF, six weeks "à compter de la réception"). */
  public static LocalDate limiteLegale(LocalDate recuLe, Period delai) {
    return recuLe.plus(delai);
  }

  /** How the delay goes on when a suspended right resumes. */
  public enum Reprise {
    /** The days that were left run again from the day the return is received. */
    RESTE,
    /** The whole delay starts again. */
    ENTIER,
    /** The limit does not move. */
    INCHANGE;

    /**
     * @param limite     limit before the suspension, or {@code null}
     * @param depart     start of the delay
     * @param suspenduLe day the delay stopped
     * @param reprisLe   day the return is received
     */
    public LocalDate nouvelleLimite(LocalDate limite, LocalDate depart, LocalDate suspenduLe, LocalDate reprisLe) {
      if (limite == null) {
        return null;
      }
      return switch (this) {
        case RESTE -> limite.plusDays(Math.max(0, ChronoUnit.DAYS.between(suspenduLe, reprisLe)));
        case ENTIER -> reprisLe.plusDays(ChronoUnit.DAYS.between(depart, limite));
        case INCHANGE -> limite;
      };
    }
  }
}
