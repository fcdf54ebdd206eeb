package fr.jalon.rendezvous.domaine;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Hours and days as they are said: {@code 9 h 30}, {@code mardi 14 octobre 2025}. */
public final class Heures {
  private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("EEEE", Locale.FRENCH);

  private Heures() {}

  /** {@code 9 h}, {@code 9 h 30}. */
  public static String heure(LocalTime heure) {
    return heure == null ? "" : heure.getMinute() == 0 ? heure.getHour() + "\u00a0h"
        : "%d\u00a0h\u00a0%02d".formatted(heure.getHour(), heure.getMinute());
  }

  /** {@code mardi 14 octobre 2025}. */
  public static String jour(LocalDate jour) {
    return jour == null ? "" : JOUR.format(jour) + " " + fr.jalon.ecran.Francais.longue(jour);
  }
}
