package fr.jalon.calcul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class AideAuPosteTest {
  @Test
  void les_136_postes_de_2024_au_montant_de_2023_font_872_826_euros_24() {
    AideAuPoste aide = AideAuPoste.du(YearMonth.of(2023, 12));
    // 607.75 × 0.88 = 534.82 ; 534.82 × 136 × 12 = 872 826.24
    assertThat(aide.parPoste()).isEqualByComparingTo("534.82");
    assertThat(aide.pour(136, 12)).isEqualByComparingTo("872826.24");
  }

  @Test
  void le_montant_d_un_mois_est_arrondi_au_centime_avant_d_etre_multiplie() {
    // 651.69 × 0.88 = 573.4872
    assertThat(AideAuPoste.du(YearMonth.of(2026, 4)).parPoste()).isEqualByComparingTo("573.49");
    // 635.71 × 0.88 = 559.4248
    assertThat(AideAuPoste.du(YearMonth.of(2024, 4)).parPoste()).isEqualByComparingTo("559.42");
  }

  @Test
  void une_annee_suit_le_montant_en_vigueur_chaque_mois() {
    // January to March 2024: 534.82 ; April to December: 559.42 ; 3 × 534.82 + 9 × 559.42 = 1 604.46 + 5 034.78 = 6 639.24
    assertThat(AideAuPoste.annee(2024, 1)).isEqualByComparingTo("6639.24");
    assertThat(AideAuPoste.annee(2024, 136)).isEqualByComparingTo("902936.64");
  }

  @Test
  void un_mois_sans_bareme_est_refuse() {
    assertThatThrownBy(() -> AideAuPoste.du(YearMonth.of(2014, 12))).hasMessageContaining("Aucun barème n'est connu pour 2014-12");
  }
}
