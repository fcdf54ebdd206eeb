package fr.jalon.habilitations.porte;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Files that arrive together are few, and never take the last of the disk. */
class PlacesDesEnvoisTest {
  @TempDir
  Path home;

  @Test
  void un_agent_n_envoie_pas_plus_de_deux_fichiers_a_la_fois_et_retrouve_sa_place() {
    PlacesDesEnvois places = places(3, 2, DataSize.ofBytes(0));
    assertThat(places.prendre(1, 10)).isEmpty();
    assertThat(places.prendre(1, 10)).isEmpty();
    assertThat(places.prendre(1, 10)).hasValueSatisfying(r -> {
      assertThat(r.statut()).isEqualTo(503);
      assertThat(r.phrase()).contains("Vous envoyez déjà 2 fichiers");
    });
    places.rendre(1, 10);
    assertThat(places.prendre(1, 10)).isEmpty();
  }

  @Test
  void tous_ensemble_ils_attendent_leur_tour() {
    PlacesDesEnvois places = places(3, 2, DataSize.ofBytes(0));
    assertThat(places.prendre(1, 10)).isEmpty();
    assertThat(places.prendre(2, 10)).isEmpty();
    assertThat(places.prendre(3, 10)).isEmpty();
    assertThat(places.prendre(4, 10)).hasValueSatisfying(r -> assertThat(r.phrase()).contains("recommencez dans quelques minutes"));
    places.rendre(2, 10);
    assertThat(places.prendre(4, 10)).isEmpty();
  }

  @Test
  void la_reserve_du_disque_n_est_pas_entamee_meme_par_plusieurs_fichiers_annonces() {
    long libre = home.toFile().getUsableSpace();
    assertThat(places(6, 2, DataSize.ofBytes(libre * 2)).prendre(1, 10)).hasValueSatisfying(r -> assertThat(r.statut()).isEqualTo(507));
    PlacesDesEnvois places = places(6, 6, DataSize.ofBytes(0));
    assertThat(places.prendre(1, libre / 3)).isEmpty();
    assertThat(places.prendre(2, libre / 3)).hasValueSatisfying(r -> assertThat(r.phrase()).contains("plus assez de place"));
    places.rendre(1, libre / 3);
    assertThat(places.prendre(2, libre / 3)).isEmpty();
  }

  private PlacesDesEnvois places(int auTotal, int parAgent, DataSize reserve) {
    return new PlacesDesEnvois(auTotal, parAgent, reserve, home.toString());
  }
}
