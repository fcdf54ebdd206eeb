package fr.jalon.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A million refusals do not make a million lines. */
class RefusEcritsTest {
  private Instant maintenant = Instant.parse("2025-10-20T07:00:00Z");

  @Test
  void un_million_de_refus_ne_font_pas_un_million_de_lignes() {
    RefusEcrits refus = new RefusEcrits(new Clock() {
      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return maintenant;
      }
    }, 100);
    List<RefusEcrits.Suite> suites = new ArrayList<>();
    for (int i = 0; i < 1_000_000; i++) {
      suites.add(refus.suite());
    }
    assertThat(suites.stream().filter(s -> s == RefusEcrits.Suite.ECRIRE)).hasSize(100);
    assertThat(suites.stream().filter(s -> s == RefusEcrits.Suite.DIRE_QUE_LA_SUITE_N_EST_PAS_ECRITE)).hasSize(1);
    maintenant = maintenant.plus(Duration.ofHours(1));
    assertThat(refus.suite()).isEqualTo(RefusEcrits.Suite.ECRIRE);
  }
}
