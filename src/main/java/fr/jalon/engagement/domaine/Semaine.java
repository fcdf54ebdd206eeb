package fr.jalon.engagement.domaine;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/** A week, from Monday to Sunday (ISO 8601). @param lundi its first day */
public record Semaine(LocalDate lundi) {
  private static final String FORME = "\\d{4}-W\\d{2}";
  private static final int PREMIERE_ANNEE = 2009;
  private static final int DERNIERE_ANNEE = 2100;

  /** @throws IllegalArgumentException when that day is no Monday */
  public Semaine {
    if (lundi.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException("Pas un lundi : " + lundi);
    }
  }

  /** The week of a day. */
  public static Semaine de(LocalDate jour) {
    return new Semaine(jour.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /** As addresses and browsers write it: {@code 2025-W42}. Empty for anything else, or years nobody lives in. */
  public static Optional<Semaine> lire(String texte) {
    if (texte == null || !texte.strip().matches(FORME)) {
      return Optional.empty();
    }
    try {
      LocalDate lundi = LocalDate.parse(texte.strip() + "-1", DateTimeFormatter.ISO_WEEK_DATE);
      return lundi.getYear() < PREMIERE_ANNEE || lundi.getYear() > DERNIERE_ANNEE ? Optional.empty() : Optional.of(new Semaine(lundi));
    } catch (DateTimeException illisible) {
      return Optional.empty();
    }
  }

  /** {@code 2025-W42}. */
  public String code() {
    return lundi.format(DateTimeFormatter.ofPattern("YYYY-'W'ww", Locale.FRANCE));
  }

  /** Its last day. */
  public LocalDate dimanche() {
    return lundi.plusDays(DayOfWeek.values().length - 1L);
  }

  /** The one {@code n} weeks later, earlier when negative. */
  public Semaine plus(int n) {
    return new Semaine(lundi.plusWeeks(n));
  }

  /** The day of that rank. @param rang 1 for Monday to 7 */
  public LocalDate jour(int rang) {
    return lundi.plusDays(rang - 1L);
  }

  /** True when that day is in it. */
  public boolean contient(LocalDate jour) {
    return !jour.isBefore(lundi) && !jour.isAfter(dimanche());
  }
}
