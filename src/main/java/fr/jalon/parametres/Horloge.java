package fr.jalon.parametres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The clock of the instance. It is the system's; a demonstration may move it, to play past days and to stay at the day it is set in.
 */
public final class Horloge extends Clock {
  private final Clock systeme;
  private volatile Duration decalage = Duration.ZERO;

  /** @param zone time zone of the instance */
  public Horloge(ZoneId zone) {
    this(Clock.system(zone));
  }

  private Horloge(Clock systeme) {
    this.systeme = systeme;
  }

  /** Moves the clock to that moment; it then runs at its usual speed. */
  public void regler(LocalDateTime moment) {
    decalage = Duration.between(systeme.instant(), moment.atZone(getZone()).toInstant());
  }

  @Override
  public ZoneId getZone() {
    return systeme.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    Horloge autre = new Horloge(systeme.withZone(zone));
    autre.decalage = decalage;
    return autre;
  }

  @Override
  public Instant instant() {
    return systeme.instant().plus(decalage);
  }
}
