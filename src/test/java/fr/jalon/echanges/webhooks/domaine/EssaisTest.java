package fr.jalon.echanges.webhooks.domaine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EssaisTest {
  private final Essais essais = new Essais(8, Duration.ofMinutes(1));

  @Test
  void l_attente_double_a_chaque_essai_et_ne_passe_pas_six_heures() {
    assertThat(IntStream.rangeClosed(1, 4).mapToObj(essais::attente))
        .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4), Duration.ofMinutes(8));
    assertThat(essais.attente(10)).isEqualTo(Duration.ofHours(6));
    assertThat(essais.attente(500)).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void le_huitieme_essai_est_le_dernier() {
    assertThat(essais.epuises(7)).isFalse();
    assertThat(essais.epuises(8)).isTrue();
  }

  @Test
  void la_signature_est_celle_que_calcule_openssl() {
    // printf '1757318400.{"a":1}' | openssl dgst -sha256 -hmac secret
    assertThat(Signature.entete("secret", 1_757_318_400L, "{\"a\":1}"))
        .isEqualTo("t=1757318400,v1=a126a3e9ff5971d9037071198a5e6ced5a07d37a161b67d904f14773e2392fe4");
  }
}
