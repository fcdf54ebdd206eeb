package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.lecture.PortefeuillesIntensifs.Portefeuille;
import fr.jalon.pilotage.Objectif;
import java.time.LocalDate;
import java.util.List;

/**
 * The intensive portfolios that the agent may look at.
 *
 * @param moi       true when she is a référent: only hers are there
 * @param total     persons in all those of the Département today
 * @param objectifs what the plan promises of it, by day
 * @param semaines  four weeks, as the rhythm is looked at
 */
public record PageDesPortefeuilles(List<Portefeuille> portefeuilles, boolean moi, int total, List<Objectif> objectifs, int rythme, LocalDate jour) {
  /** First day before which the beginning of a portfolio is not known: what the instance was made with says no day. */
  private static final LocalDate CONNU = LocalDate.of(2001, 1, 1);

  /** True when its first day is known. */
  public static boolean debutConnu(Portefeuille p) {
    return p.debut().isAfter(CONNU);
  }
}
