package fr.jalon.accompagnement.domaine;

import java.time.LocalDate;

/**
 * When the global diagnostic of a person followed is to be made, completed, looked at again: one step at a time.
 *
 * @param aFaire      days to make it, from the day her follow-up is known here
 * @param aCompleter  days to look at the themes left, from the last one
 * @param aRevoir     months after which it is looked at again
 */
public record DiagnosticDu(int aFaire, int aCompleter, int aRevoir) {
  /** What is to be done. */
  public enum Genre {
    /** Nothing is known of what weighs on her. */
    DIAGNOSTIC_GLOBAL_A_FAIRE,
    /** Themes were never looked at. */
    DIAGNOSTIC_GLOBAL_A_COMPLETER,
    /** It says how she was long ago. */
    DIAGNOSTIC_GLOBAL_A_REVOIR
  }

  /** @param depuis the day that makes the delay run; @param limite the last day to do it */
  public record Pas(Genre genre, LocalDate depuis, LocalDate limite) {}

  /**
   * What it asks for.
   *
   * @param suivie  first day her follow-up is known here
   * @param dernier last day a theme was looked at, {@code null} when none ever was
   * @param entier  true when every theme was
   */
  public Pas pas(LocalDate suivie, LocalDate dernier, boolean entier) {
    return dernier == null ? new Pas(Genre.DIAGNOSTIC_GLOBAL_A_FAIRE, suivie, suivie.plusDays(aFaire))
        : !entier ? new Pas(Genre.DIAGNOSTIC_GLOBAL_A_COMPLETER, dernier, dernier.plusDays(aCompleter))
        : new Pas(Genre.DIAGNOSTIC_GLOBAL_A_REVOIR, dernier, dernier.plusMonths(aRevoir));
  }
}
