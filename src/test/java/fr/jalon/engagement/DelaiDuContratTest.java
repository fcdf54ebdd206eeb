package fr.jalon.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engagement.domaine.DelaiDuContrat;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

/** The month to sign (D. 5411-14-1 code du travail). */
class DelaiDuContratTest {
  private final DelaiDuContrat delai = new DelaiDuContrat(LocalDate.of(2025, 1, 1), Period.ofMonths(1), Period.ofMonths(24));

  @Test
  void un_mois_de_la_notification() {
    assertThat(delai.limite(LocalDate.of(2025, 10, 1))).isEqualTo("2025-11-01");
    assertThat(delai.limite(LocalDate.of(2026, 1, 31))).as("le dernier jour de février").isEqualTo("2026-02-28");
    assertThat(delai.limite(LocalDate.of(2025, 1, 1))).as("le premier jour de la loi").isEqualTo("2025-02-01");
  }

  @Test
  void une_personne_suivie_avant_la_loi_a_jusqu_au_premier_janvier_2027() {
    assertThat(delai.limite(LocalDate.of(2024, 12, 31))).isEqualTo("2027-01-01");
    assertThat(delai.depart(LocalDate.of(2021, 5, 3))).isEqualTo("2025-01-01");
  }

  @Test
  void un_suivi_qui_dort_rend_les_jours_qui_restaient() {
    assertThat(DelaiDuContrat.apresUnArret(LocalDate.of(2025, 11, 1), LocalDate.of(2025, 10, 10), LocalDate.of(2025, 12,
            10))).isEqualTo("2026-01-01");
  }
}
