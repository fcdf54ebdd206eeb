package fr.jalon.accompagnement.domaine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * When a person followed is stuck, and why.
 *
 * @param sansAction  months without any action, a frein being open, from which it is said
 * @param immobile    months without any change from which it is said
 * @param longueDuree months of RSA past which it is long
 */
public record Blocages(int sansAction, int immobile, int longueDuree) {
  /** Why. */
  public enum Raison {
    /** Not seen within the rhythm of her follow-up, and nothing planned. */
    SANS_CONTACT,
    /** A frein is open, and no action is planned nor under way. */
    SANS_ACTION,
    /** Same pathway, same référent, no diagnostic, no réorientation asked for, for months. */
    RIEN_NE_CHANGE,
    /** On the RSA for years. */
    LONGUE_DUREE
  }

  /** One reason. @param depuis the day it began, {@code null} when she was never met; @param mois since when, in months */
  public record Blocage(Raison raison, LocalDate depuis, int mois) {}

  /**
   * What is known of her.
   *
   * @param dernier    day she was last met, {@code null} when she never was
   * @param aVoirAvant last day to see her again by the rhythm of her follow-up
   * @param rdvProche  true when an appointment is given to her that is soon enough to answer for it
   * @param sansActionDepuis since when no action is open about her freins, {@code null} when one is, or nothing is to be worked on
   * @param changeLe   day of the last change
   * @param mois       months of RSA, {@code null} when not known
   */
  public record Situation(LocalDate dernier, LocalDate aVoirAvant, boolean rdvProche, LocalDate sansActionDepuis, LocalDate changeLe,
      Integer mois) {}

  /** The reasons that hold that day; none when she is not stuck. */
  public List<Blocage> de(Situation s, LocalDate jour) {
    List<Blocage> raisons = new ArrayList<>();
    if (!s.rdvProche() && s.aVoirAvant().isBefore(jour)) {
      raisons.add(new Blocage(Raison.SANS_CONTACT, s.dernier(), s.dernier() == null ? 0 : mois(s.dernier(), jour)));
    }
    if (s.sansActionDepuis() != null && mois(s.sansActionDepuis(), jour) >= sansAction) {
      raisons.add(new Blocage(Raison.SANS_ACTION, s.sansActionDepuis(), mois(s.sansActionDepuis(), jour)));
    }
    if (mois(s.changeLe(), jour) >= immobile) {
      raisons.add(new Blocage(Raison.RIEN_NE_CHANGE, s.changeLe(), mois(s.changeLe(), jour)));
    }
    if (s.mois() != null && s.mois() > longueDuree) {
      raisons.add(new Blocage(Raison.LONGUE_DUREE, null, s.mois()));
    }
    return raisons;
  }

  private static int mois(LocalDate depuis, LocalDate jour) {
    return (int) ChronoUnit.MONTHS.between(depuis, jour);
  }
}
