package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Slower, never locked. */
class RalentissementTest {
  private Instant maintenant = Instant.parse("2026-11-30T08:00:00Z");
  private final Ralentissement r = new Ralentissement(new Clock() {
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
  }, 3, Duration.ofHours(1));

  @Test
  void l_attente_double_jusqu_a_une_minute_et_un_essai_refuse_ne_l_allonge_pas() {
    assertThat(r.essayer("a")).isZero();
    assertThat(r.essayer("a")).isZero();
    List<Long> attentes = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      assertThat(r.essayer("a")).as("essai permis " + i).isZero();
      Duration suivante = r.essayer("a");
      assertThat(r.essayer("a")).as("refusé, sans effet").isEqualTo(suivante);
      attentes.add(suivante.toSeconds());
      maintenant = maintenant.plus(suivante);
    }
    assertThat(attentes).containsExactly(5L, 10L, 20L, 40L, 60L, 60L, 60L);
  }

  @Test
  void cent_essais_au_meme_instant_ne_sont_pas_cent_essais_libres() {
    long permis = java.util.stream.IntStream.range(0, 100).filter(_ -> r.essayer("a").isZero()).count();
    assertThat(permis).isEqualTo(3);
  }

  @Test
  void une_heure_sans_essai_ou_une_reussite_et_tout_recommence() {
    for (int i = 0; i < 3; i++) {
      r.essayer("a");
      r.essayer("b");
    }
    assertThat(r.essayer("a")).isPositive();
    r.oublier("a");
    assertThat(r.essayer("a")).isZero();
    maintenant = maintenant.plus(Duration.ofHours(2));
    assertThat(r.essayer("b")).isZero();
    assertThat(r.essayer("b")).isZero();
  }

  @Test
  void vingt_mille_essais_rendus_ne_font_pas_oublier_un_compte_qui_attend() {
    for (int i = 0; i < 3; i++) {
      r.essayer("a");
    }
    for (int i = 0; i < 20_000; i++) {
      r.essayer("inconnu " + i);
      r.rendre("inconnu " + i);
    }
    assertThat(r.taille()).isEqualTo(1);
    assertThat(r.essayer("a")).isPositive();
  }

  @Test
  void un_essai_rendu_pendant_qu_un_autre_est_en_cours_laisse_compter_l_autre() {
    r.essayer("a");
    r.essayer("a");
    r.rendre("a");
    assertThat(r.taille()).isEqualTo(1);
    r.rendre("a");
    assertThat(r.taille()).isZero();
  }

  @Test
  void la_memoire_est_bornee() {
    for (int i = 0; i < 30_000; i++) {
      r.essayer("inconnu " + i);
    }
    assertThat(r.taille()).isEqualTo(20_000);
  }
}
