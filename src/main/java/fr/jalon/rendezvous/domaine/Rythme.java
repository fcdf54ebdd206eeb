package fr.jalon.rendezvous.domaine;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** How often sessions come back. */
public enum Rythme {
  UNE_FOIS("Une seule fois"),
  SEMAINE("Chaque semaine"),
  DEUX_SEMAINES("Toutes les deux semaines"),
  /** The same day of the same week of the month: « le deuxième mardi »; in a month that has no fifth one, the last. */
  MOIS("Chaque mois");

  /** No more sessions at once: a year of weeks. */
  public static final int MAXIMUM = 60;
  private static final int JOURS_DE_LA_SEMAINE = 7;
  private final String libelle;

  Rythme(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }

  /** From its name; unknown = once. */
  public static Rythme de(String nom) {
    for (Rythme r : values()) {
      if (r.name().equals(nom)) {
        return r;
      }
    }
    return UNE_FOIS;
  }

  /**
   * A day of a series.
   *
   * @param ferie name of the public holiday it falls on, {@code null} when it is none
   */
  public record Jour(LocalDate date, String ferie) {
    /** True when a session may be opened that day. */
    public boolean ouvrable() {
      return ferie == null;
    }
  }

  /**
   * The days of a series, public holidays named so that one sees why they are left out.
   *
   * @param premier first day; it gives the day of the week
   * @param jusqua  last day possible; ignored for a single session
   * @param feries  the public holidays of the Département
   * @return at most {@link #MAXIMUM} days, in order
   */
  public List<Jour> jours(LocalDate premier, LocalDate jusqua, JoursFeries feries) {
    List<Jour> jours = new ArrayList<>();
    LocalDate fin = this == UNE_FOIS || jusqua == null ? premier : jusqua;
    for (int rang = 0; rang < MAXIMUM; rang++) {
      LocalDate jour = jour(premier, rang);
      if (jour.isAfter(fin)) {
        break;
      }
      jours.add(new Jour(jour, feries.nom(jour).orElse(null)));
    }
    return List.copyOf(jours);
  }

  /** The last day a series that begins that day may reach; what comes later is another series. */
  public LocalDate dernier(LocalDate premier) {
    return jour(premier, MAXIMUM - 1);
  }

  /** True when days of the series would be left out. */
  public boolean deborde(LocalDate premier, LocalDate jusqua) {
    return this != UNE_FOIS && !jour(premier, MAXIMUM).isAfter(jusqua);
  }

  private LocalDate jour(LocalDate premier, int rang) {
    return switch (this) {
      case UNE_FOIS -> premier.plusDays(rang);
      case SEMAINE -> premier.plusWeeks(rang);
      case DEUX_SEMAINES -> premier.plusWeeks(2L * rang);
      case MOIS -> memeJourDuMois(premier, rang);
    };
  }

  private static LocalDate memeJourDuMois(LocalDate premier, int mois) {
    int semaine = (premier.getDayOfMonth() - 1) / JOURS_DE_LA_SEMAINE + 1;
    LocalDate debut = premier.withDayOfMonth(1).plusMonths(mois);
    LocalDate jour = debut.with(TemporalAdjusters.dayOfWeekInMonth(semaine, premier.getDayOfWeek()));
    return jour.getMonth() == debut.getMonth() ? jour : debut.with(TemporalAdjusters.lastInMonth(premier.getDayOfWeek()));
  }
}
