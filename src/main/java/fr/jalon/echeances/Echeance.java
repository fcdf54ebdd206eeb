package fr.jalon.echeances;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * One deadline.
 *
 * @param nature          what is due, e.g. {@code ORIENTATION}
 * @param personneId      for whom
 * @param objetId         the row of the room that opened it
 * @param depart          day the delay starts
 * @param limiteLegale    last day allowed by law, or {@code null}
 * @param referenceLegale article, or {@code null}
 * @param cible           last day aimed at by the Département, or {@code null}
 * @param referenceCible  document, or {@code null}
 * @param etatDepuis      day of the present state
 */
public record Echeance(long id, String nature, long personneId, long objetId, LocalDate depart, LocalDate limiteLegale, String referenceLegale,
    LocalDate cible, String referenceCible, EtatEcheance etat, LocalDate etatDepuis) {

  /** The day that counts first: the limit of law, else the target. */
  public LocalDate limite() {
    return limiteLegale != null ? limiteLegale : cible;
  }

  /** Days left before the limit; 0 on the last day, negative when late. */
  public long joursRestants(LocalDate aujourdhui) {
    return ChronoUnit.DAYS.between(aujourdhui, limite());
  }

  /**
   * How it stands.
   *
   * @param proche number of days before the limit from which it is near
   */
  public Urgence urgence(LocalDate aujourdhui, int proche) {
    if (aujourdhui.isAfter(limite())) {
      return Urgence.EN_RETARD;
    }
    boolean ciblePassee = cible != null && aujourdhui.isAfter(cible);
    LocalDate prochain = cible != null && cible.isBefore(limite()) ? cible : limite();
    return ciblePassee || ChronoUnit.DAYS.between(aujourdhui, prochain) <= proche ? Urgence.PROCHE : Urgence.A_TEMPS;
  }
}
