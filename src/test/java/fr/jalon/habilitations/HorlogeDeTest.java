package fr.jalon.habilitations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that tests may move forward. */
@TestConfiguration
public class HorlogeDeTest {

  @Bean
  @Primary
  Deplacable horlogeDeplacable() {
    return new Deplacable();
  }

  /** Time of the system, plus what the test added. */
  public static class Deplacable extends Clock {
    private volatile Duration avance = Duration.ZERO;

    /** Moves time forward, for good. */
    public void avancer(Duration duree) {
      avance = avance.plus(duree);
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("Europe/Paris");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(avance);
    }
  }
}
