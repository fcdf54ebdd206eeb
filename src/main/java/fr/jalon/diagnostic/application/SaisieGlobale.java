package fr.jalon.diagnostic.application;

import fr.jalon.diagnostic.domaine.EtatFrein;
import fr.jalon.diagnostic.domaine.Reponses;
import fr.jalon.socle.DonneeDeSante;
import java.time.LocalDate;
import java.util.Map;

/**
 * What an agent typed in the page of a global diagnostic.
 *
 * @param le     day of the interview, {@code null} when it cannot be read
 * @param parts  by code; only what the page asked
 */
@DonneeDeSante
public record SaisieGlobale(LocalDate le, Map<String, Part> parts) {
  /**
   * One part.
   *
   * @param vu      the version shown when the page was opened, {@code null} when there was none
   * @param etatVu  state of its frein shown then, {@code null} when it had none
   * @param etat    state wanted, {@code null} when the page did not ask
   * @param etatLe  day of that state; {@code null} for the day of the interview
   * @param motif   why, may be empty
   * @param action  code of an action to plan, {@code null} for none
   * @param pourLe  day it is planned for, or {@code null}
   */
  public record Part(Long vu, Reponses reponses, EtatFrein etatVu, EtatFrein etat, LocalDate etatLe, String motif, String action,
      LocalDate pourLe) {}
}
