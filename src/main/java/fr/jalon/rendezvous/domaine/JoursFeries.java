package fr.jalon.rendezvous.domaine;

import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The public holidays of metropolitan France (L. 3133-1 du code du travail). Those proper to Alsace, Moselle and overseas are not here.
 */
public final class JoursFeries {
  private static final Map<Integer, Map<LocalDate, String>> PAR_AN = new ConcurrentHashMap<>();

  private JoursFeries() {}

  /** Its name when the day is a public holiday. */
  public static Optional<String> nom(LocalDate jour) {
    return Optional.ofNullable(PAR_AN.computeIfAbsent(jour.getYear(), JoursFeries::de).get(jour));
  }

  /** True for a public holiday. */
  public static boolean ferie(LocalDate jour) {
    return nom(jour).isPresent();
  }

  /** Easter Sunday of a year of the Gregorian calendar (Meeus, Jones and Butcher). */
  public static LocalDate paques(int an) {
    int a = an % 19;
    int b = an / 100;
    int c = an % 100;
    int d = b / 4;
    int e = b % 4;
    int f = (b + 8) / 25;
    int g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4;
    int k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int reste = h + l - 7 * m + 114;
    return LocalDate.of(an, reste / 31, reste % 31 + 1);
  }

  private static Map<LocalDate, String> de(int an) {
    LocalDate paques = paques(an);
    Map<LocalDate, String> jours = new HashMap<>(Map.of(
        LocalDate.of(an, Month.JANUARY, 1), "jour de l'An",
        LocalDate.of(an, Month.MAY, 1), "fête du Travail",
        LocalDate.of(an, Month.MAY, 8), "8 mai",
        LocalDate.of(an, Month.JULY, 14), "14 juillet",
        LocalDate.of(an, Month.AUGUST, 15), "Assomption",
        LocalDate.of(an, Month.NOVEMBER, 1), "Toussaint",
        LocalDate.of(an, Month.NOVEMBER, 11), "11 novembre",
        LocalDate.of(an, Month.DECEMBER, 25), "Noël"));
    jours.put(paques.plusDays(1), "lundi de Pâques");
    // it may fall on 1 or 8 May: one day off, the first name
    jours.putIfAbsent(paques.plusDays(39), "Ascension");
    jours.put(paques.plusDays(50), "lundi de Pentecôte");
    return Map.copyOf(jours);
  }
}
