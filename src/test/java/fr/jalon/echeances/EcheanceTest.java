package fr.jalon.echeances;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EcheanceTest {
  private static final LocalDate DEPART = LocalDate.of(2025, 10, 3);
  private static final LocalDate LIMITE = LocalDate.of(2025, 11, 14);

  @Test
  void le_dernier_jour_est_encore_a_l_heure_et_le_lendemain_est_en_retard() {
    Echeance e = echeance(null);
    assertThat(e.joursRestants(LIMITE)).isZero();
    assertThat(e.urgence(LIMITE, 7)).isEqualTo(Urgence.PROCHE);
    assertThat(e.joursRestants(LIMITE.plusDays(1))).isEqualTo(-1);
    assertThat(e.urgence(LIMITE.plusDays(1), 7)).isEqualTo(Urgence.EN_RETARD);
  }

  @Test
  void une_echeance_lointaine_est_a_temps() {
    assertThat(echeance(null).urgence(LIMITE.minusDays(8), 7)).isEqualTo(Urgence.A_TEMPS);
    assertThat(echeance(null).urgence(LIMITE.minusDays(7), 7)).isEqualTo(Urgence.PROCHE);
  }

  @Test
  void l_objectif_du_departement_rapproche_l_echeance_sans_la_mettre_en_retard() {
    Echeance e = echeance(DEPART.plusDays(14));
    assertThat(e.urgence(DEPART, 7)).isEqualTo(Urgence.A_TEMPS);
    assertThat(e.urgence(DEPART.plusDays(8), 7)).isEqualTo(Urgence.PROCHE);
    assertThat(e.urgence(DEPART.plusDays(30), 7)).isEqualTo(Urgence.PROCHE);
  }

  @Test
  void sans_limite_legale_c_est_la_cible_qui_compte() {
    Echeance e = new Echeance(1, "ESSAI", 1, 1, DEPART, null, null, DEPART.plusDays(10), "délibération", EtatEcheance.OUVERTE, DEPART);
    assertThat(e.urgence(DEPART.plusDays(11), 7)).isEqualTo(Urgence.EN_RETARD);
  }

  @Test
  void une_echeance_tenue_ou_sans_objet_redevient_ce_qu_elle_etait() {
    assertThat(EtatEcheance.TENUE.suivants()).containsExactlyInAnyOrder(EtatEcheance.OUVERTE, EtatEcheance.SUSPENDUE);
    assertThat(EtatEcheance.CADUQUE.suivants()).containsExactly(EtatEcheance.OUVERTE);
    assertThat(EtatEcheance.TENUE.precedents()).containsExactlyInAnyOrder("OUVERTE", "SUSPENDUE");
  }

  private static Echeance echeance(LocalDate cible) {
    return new Echeance(1, "ORIENTATION", 1, 1, DEPART, LIMITE, "D. 262-65-2 CASF", cible, null, EtatEcheance.OUVERTE, DEPART);
  }
}
