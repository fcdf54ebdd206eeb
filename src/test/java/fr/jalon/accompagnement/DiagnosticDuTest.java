package fr.jalon.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.accompagnement.domaine.DiagnosticDu;
import fr.jalon.accompagnement.domaine.DiagnosticDu.Genre;
import fr.jalon.accompagnement.domaine.DiagnosticDu.Pas;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** When somebody followed is owed a global diagnostic. */
class DiagnosticDuTest {
  private static final LocalDate MARS = LocalDate.of(2025, 3, 3);
  private static final DiagnosticDu DU = new DiagnosticDu(60, 30, 12);

  @Test
  void qui_n_en_a_pas_en_a_un_dans_les_deux_mois_de_son_suivi() {
    assertThat(DU.pas(MARS, null, false)).isEqualTo(new Pas(Genre.DIAGNOSTIC_GLOBAL_A_FAIRE, MARS, LocalDate.of(2025, 5, 2)));
  }

  @Test
  void des_themes_qui_restent_se_voient_dans_le_mois_qui_suit_le_dernier_regarde() {
    assertThat(DU.pas(MARS, MARS.plusDays(10), false))
        .isEqualTo(new Pas(Genre.DIAGNOSTIC_GLOBAL_A_COMPLETER, LocalDate.of(2025, 3, 13), LocalDate.of(2025, 4, 12)));
  }

  @Test
  void entier_il_se_revoit_un_an_apres() {
    assertThat(DU.pas(MARS, MARS, true)).isEqualTo(new Pas(Genre.DIAGNOSTIC_GLOBAL_A_REVOIR, MARS, LocalDate.of(2026, 3, 3)));
  }
}
