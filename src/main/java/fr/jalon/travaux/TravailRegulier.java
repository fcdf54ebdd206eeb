package fr.jalon.travaux;

import java.time.Duration;
import java.time.ZoneId;

/**
 * Work done again and again, which a room contributes as a bean: once at a time, whatever the number of servers.
 *
 * @param code    its name in the database, e.g. {@code balayage}; never changes
 * @param libelle what it does, as the administration reads it
 * @param cron    when, six fields as Spring reads them, or {@code null}; {@code -} for never
 * @param zone    the hour it is read in; {@code null} without cron
 * @param rythme  time between the end of one and the start of the next, or {@code null} with a cron
 * @param acte    the work, under nobody's name: it says as whom it acts
 */
public record TravailRegulier(String code, String libelle, String cron, ZoneId zone, Duration rythme, Runnable acte) {

  /** At hours of the day. */
  public static TravailRegulier aLHeure(String code, String libelle, String cron, ZoneId zone, Runnable acte) {
    return new TravailRegulier(code, libelle, cron, zone, null, acte);
  }

  /** Every so often. */
  public static TravailRegulier chaque(String code, String libelle, Duration rythme, Runnable acte) {
    return new TravailRegulier(code, libelle, null, null, rythme, acte);
  }
}
