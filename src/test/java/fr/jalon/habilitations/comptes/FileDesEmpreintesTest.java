package fr.jalon.habilitations.comptes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.habilitations.comptes.FileDesEmpreintes.Voie;
import fr.jalon.socle.RefusMetier;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Password hashes do not take the whole server. */
class FileDesEmpreintesTest {

  @Test
  void une_foule_d_inconnus_attend_ou_revient_et_un_appareil_connu_passe() throws Exception {
    FileDesEmpreintes file = new FileDesEmpreintes(1, 0, Duration.ofMinutes(1));
    CountDownLatch dedans = new CountDownLatch(1);
    CountDownLatch fini = new CountDownLatch(1);
    try (var autre = Executors.newSingleThreadExecutor()) {
      Future<String> premier = autre.submit(() -> file.passer(Voie.INCONNU, () -> {
        dedans.countDown();
        attendre(fini);
        return "vérifié";
      }));
      dedans.await();
      assertThatThrownBy(() -> file.passer(Voie.INCONNU, () -> "jamais")).isInstanceOfSatisfying(RefusMetier.class,
          r -> assertThat(r.code()).isEqualTo("ENCOMBREMENT")).hasMessageContaining("Réessayez dans quelques secondes");
      assertThat(file.passer(Voie.CONNU, () -> "connue")).isEqualTo("connue");
      fini.countDown();
      assertThat(premier.get()).isEqualTo("vérifié");
      assertThat(file.passer(Voie.INCONNU, () -> "la place est rendue")).isEqualTo("la place est rendue");
    }
  }

  @Test
  void qui_attend_trop_longtemps_est_prie_de_revenir() throws Exception {
    FileDesEmpreintes file = new FileDesEmpreintes(1, 10, Duration.ofMillis(1));
    CountDownLatch dedans = new CountDownLatch(1);
    CountDownLatch fini = new CountDownLatch(1);
    try (var autre = Executors.newSingleThreadExecutor()) {
      autre.submit(() -> file.passer(Voie.INCONNU, () -> {
        dedans.countDown();
        attendre(fini);
        return "";
      }));
      dedans.await();
      assertThatThrownBy(() -> file.passer(Voie.INCONNU, () -> "jamais")).isInstanceOf(RefusMetier.class);
      fini.countDown();
    }
  }

  private static void attendre(CountDownLatch porte) {
    try {
      porte.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
