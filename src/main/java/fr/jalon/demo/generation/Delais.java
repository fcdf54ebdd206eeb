package fr.jalon.demo.generation;

import java.time.LocalDate;

/** How long the Département takes to orient somebody: a share within fifteen days, the others around the mean of the plan. */
final class Delais {
  private static final int RAPIDE = 15;
  private final DepartementDemo demo;

  Delais(DepartementDemo demo) {
    this.demo = demo;
  }

  /**
   * Day of the notification, never a week-end.
   *
   * @param sujet  names the draw: the same subject gives the same day
   * @param recuLe reception of the information
   */
  LocalDate notification(String sujet, LocalDate recuLe) {
    Hasard sien = new Hasard(demo.graine(), sujet);
    int delai = sien.chance(demo.delai().enQuinzeJours()) ? sien.entre(4, RAPIDE)
        : RAPIDE + 1 + (int) ((demo.delai().moyenne() - RAPIDE) * 1.25 * (sien.reel() + sien.reel()));
    LocalDate jour = recuLe.plusDays(delai);
    return switch (jour.getDayOfWeek()) {
      case SATURDAY -> jour.minusDays(1);
      case SUNDAY -> jour.minusDays(2);
      default -> jour;
    };
  }
}
