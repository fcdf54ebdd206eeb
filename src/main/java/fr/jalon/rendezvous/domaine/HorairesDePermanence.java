package fr.jalon.rendezvous.domaine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * When somebody receives, one person at a time.
 *
 * @param fin     the last interview is over by then
 * @param minutes length of a slot
 */
public record HorairesDePermanence(DayOfWeek jour, LocalTime debut, LocalTime fin, int minutes, LocalDate du, LocalDate au) {

  /** A slot. */
  public record Plage(LocalDate jour, LocalTime debut, LocalTime fin) {}

  /** The days, public holidays left out. */
  public List<LocalDate> jours() {
    List<LocalDate> jours = new ArrayList<>();
    for (LocalDate j = du.with(TemporalAdjusters.nextOrSame(jour)); !j.isAfter(au); j = j.plusWeeks(1)) {
      if (!JoursFeries.ferie(j)) {
        jours.add(j);
      }
    }
    return List.copyOf(jours);
  }

  /** The public holidays that fall on its day of the week: left out, unless one opens them. */
  public List<Rythme.Jour> feries() {
    List<Rythme.Jour> feries = new ArrayList<>();
    for (LocalDate j = du.with(TemporalAdjusters.nextOrSame(jour)); !j.isAfter(au); j = j.plusWeeks(1)) {
      LocalDate date = j;
      JoursFeries.nom(date).ifPresent(nom -> feries.add(new Rythme.Jour(date, nom)));
    }
    return List.copyOf(feries);
  }

  /** The slots of a day: whole ones only. */
  public List<Plage> plages(LocalDate au) {
    List<Plage> plages = new ArrayList<>();
    int derniere = fin.toSecondOfDay() / 60;
    for (int minute = debut.toSecondOfDay() / 60; minute + minutes <= derniere; minute += minutes) {
      plages.add(new Plage(au, LocalTime.ofSecondOfDay(minute * 60L), LocalTime.ofSecondOfDay((minute + minutes) * 60L)));
    }
    return List.copyOf(plages);
  }

  /** Every slot, in order. */
  public List<Plage> plages() {
    return jours().stream().flatMap(j -> plages(j).stream()).toList();
  }
}
