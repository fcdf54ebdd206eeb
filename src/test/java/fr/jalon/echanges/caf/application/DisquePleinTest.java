package fr.jalon.echanges.caf.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.socle.RefusMetier;
import org.junit.jupiter.api.Test;

/** The month of the CAF does not fill the disk that the dossiers of persons are on. */
class DisquePleinTest {
  private static final long MO = 1L << 20;

  @Test
  void le_mois_de_la_caf_qui_ne_laisserait_pas_256_mo_au_serveur_n_est_pas_recu() {
    assertThatThrownBy(() -> DepotDeFichiers.refuserSansPlace(300 * MO, 500 * MO))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("DISQUE_PLEIN"))
        .hasMessageContaining("Prévenez l'administrateur");
    assertThatCode(() -> DepotDeFichiers.refuserSansPlace(300 * MO, 556 * MO)).doesNotThrowAnyException();
    assertThatCode(() -> DepotDeFichiers.refuserSansPlace(-1, 0)).as("un fichier qui n'annonce pas sa taille").doesNotThrowAnyException();
  }
}
