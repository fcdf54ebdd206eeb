package fr.jalon.orientation.domaine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.orientation.domaine.DelaiDOrientation.Reprise;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

class DelaiDOrientationTest {
  private static final LocalDate RECU = LocalDate.of(2024, 3, 1);

  @Test
  void la_limite_legale_tombe_quarante_deux_jours_apres_la_reception() {
    assertThat(DelaiDOrientation.limiteLegale(LocalDate.of(2025, 9, 1), Period.ofDays(42))).isEqualTo(LocalDate.of(2025, 10, 13));
  }

  @Test
  void avant_2025_la_limite_legale_tombait_deux_mois_apres_la_reception() {
    assertThat(DelaiDOrientation.limiteLegale(LocalDate.of(2024, 12, 31), Period.ofMonths(2))).isEqualTo(LocalDate.of(2025, 2, 28));
  }

  @Test
  void au_retour_d_une_suspension_les_jours_qui_restaient_courent_a_nouveau() {
    LocalDate limite = RECU.plusDays(42);
    LocalDate suspendu = RECU.plusDays(10);
    LocalDate repris = suspendu.plusDays(90);
    assertThat(Reprise.RESTE.nouvelleLimite(limite, RECU, suspendu, repris)).isEqualTo(repris.plusDays(32));
  }

  @Test
  void le_departement_peut_choisir_que_le_delai_entier_recommence() {
    assertThat(Reprise.ENTIER.nouvelleLimite(RECU.plusDays(42), RECU, RECU.plusDays(10), RECU.plusDays(100))).isEqualTo(RECU.plusDays(142));
  }

  @Test
  void le_departement_peut_choisir_que_la_limite_ne_bouge_pas() {
    assertThat(Reprise.INCHANGE.nouvelleLimite(RECU.plusDays(42), RECU, RECU.plusDays(10), RECU.plusDays(100))).isEqualTo(RECU.plusDays(42));
  }
}
