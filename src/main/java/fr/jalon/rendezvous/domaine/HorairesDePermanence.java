package fr.jalon.rendezvous.domaine;

import fr.jalon.socle.Fautes;
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
 * @param minutes length of a slot; 0 when it is not said
 */
public record HorairesDePermanence(DayOfWeek jour, LocalTime debut, LocalTime fin, int minutes, LocalDate du, LocalDate au) {

  private static final int MINUTES_MINIMUM = 10;
  private static final int MINUTES_MAXIMUM = 240;

  /** A slot. */
  public record Plage(LocalDate jour, LocalTime debut, LocalTime fin) {}

  /** What hours can be opened: all of them said ({@code null} = not), in order, and to come. */
  public void verifier(LocalDate aujourdhui, Fautes fautes) {
    fautes.exiger(jour != null, "jour", "JOUR_ABSENT", "Choisissez le jour de la semaine.")
        .exiger(debut != null, "debut", "HEURES", "Indiquez l'heure de début, par exemple 9:00.")
        .exiger(fin != null, "fin", "HEURES", "Indiquez l'heure de fin, par exemple 12:00.")
        .exiger(debut == null || fin == null || fin.isAfter(debut), "fin", "HEURES", "L'heure de fin vient après l'heure de début.")
        .exiger(minutes >= MINUTES_MINIMUM && minutes <= MINUTES_MAXIMUM, "minutes", "DUREE", "Un créneau dure de 10 à 240 minutes.")
        .exiger(du != null, "du", "DATES", "Indiquez le premier jour.")
        .exiger(du == null || !du.isBefore(aujourdhui), "du", "PERMANENCE_PASSEE", "Le premier jour est passé. Choisissez un jour à venir.")
        .exiger(au != null, "au", "DATES", "Indiquez le dernier jour.")
        .exiger(du == null || au == null || !au.isBefore(du), "au", "DATES", "Le dernier jour vient après le premier.")
        .exiger(du == null || au == null || !au.isAfter(du.plusYears(1)), "au", "DATES",
        "Le dernier jour vient au plus tard un an après le premier.");
  }

  /** The days, public holidays left out. */
  public List<LocalDate> jours(JoursFeries calendrier) {
    List<LocalDate> jours = new ArrayList<>();
    for (LocalDate j = du.with(TemporalAdjusters.nextOrSame(jour)); !j.isAfter(au); j = j.plusWeeks(1)) {
      if (!calendrier.ferie(j)) {
        jours.add(j);
      }
    }
    return List.copyOf(jours);
  }

  /** The public holidays that fall on its day of the week: left out, unless one opens them. */
  public List<Rythme.Jour> feries(JoursFeries calendrier) {
    List<Rythme.Jour> feries = new ArrayList<>();
    for (LocalDate j = du.with(TemporalAdjusters.nextOrSame(jour)); !j.isAfter(au); j = j.plusWeeks(1)) {
      LocalDate date = j;
      calendrier.nom(date).ifPresent(nom -> feries.add(new Rythme.Jour(date, nom)));
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
  public List<Plage> plages(JoursFeries calendrier) {
    return jours(calendrier).stream().flatMap(j -> plages(j).stream()).toList();
  }
}
