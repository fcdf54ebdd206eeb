package fr.jalon.allocataires.lecture;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * The two dates at which a dossier is read.
 *
 * @param au    the day the facts are true at
 * @param connu as it was known at the end of that day; {@code null} = as known today
 */
public record Moment(LocalDate au, LocalDate connu) {
  /** The instant of knowledge, or {@code null} for today's. @param zone of the Département */
  OffsetDateTime instant(ZoneId zone) {
    return connu == null ? null : connu.plusDays(1).atStartOfDay(zone).minusNanos(1000).toOffsetDateTime();
  }
}
