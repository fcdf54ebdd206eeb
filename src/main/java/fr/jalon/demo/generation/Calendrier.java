package fr.jalon.demo.generation;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** The months of the demonstration, each known by its last day. */
final class Calendrier {
  private final List<LocalDate> fins = new ArrayList<>();

  Calendrier(LocalDate premier, LocalDate dernier) {
    for (LocalDate fin = finDuMois(premier); !fin.isAfter(dernier); fin = finDuMois(fin.plusDays(1))) {
      fins.add(fin);
    }
  }

  static LocalDate finDuMois(LocalDate date) {
    return date.with(TemporalAdjusters.lastDayOfMonth());
  }

  int mois() {
    return fins.size();
  }

  /** Last day of a month; -1 is the month before the first. */
  LocalDate fin(int indice) {
    return indice < 0 ? finDuMois(fins.getFirst().minusMonths(-indice)) : fins.get(indice);
  }

  List<LocalDate> fins() {
    return fins;
  }

  /** Rank of the month of a date: negative before the first, {@link #mois()} or more after the last. */
  int indice(LocalDate date) {
    LocalDate premier = fins.getFirst();
    return (date.getYear() - premier.getYear()) * 12 + date.getMonthValue() - premier.getMonthValue();
  }

  /** A day of a month. */
  LocalDate jour(Hasard hasard, int indice) {
    return hasard.entre(fin(indice).withDayOfMonth(1), fin(indice));
  }

  LocalDate debut() {
    return fins.getFirst();
  }

  LocalDate reference() {
    return fins.getLast();
  }
}
