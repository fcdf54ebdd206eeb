package fr.jalon.justedroit.domaine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.justedroit.domaine.AideDeLAnnee.Retenu;
import org.junit.jupiter.api.Test;

class AideDeLAnneeTest {
  @Test
  void les_136_postes_de_2024_au_montant_de_2023_coutent_872_826_euros_24() {
    AideDeLAnnee aide = AideDeLAnnee.de(2024, 136, Retenu.ANNEE_PRECEDENTE);
    // 607.75 × 0.88 = 534.82 ; × 136 = 72 735.52 a month ; × 12 = 872 826.24
    assertThat(aide.total()).isEqualByComparingTo("872826.24");
    assertThat(aide.mois()).hasSize(12).allSatisfy(l -> assertThat(l.total()).isEqualByComparingTo("72735.52"));
  }

  @Test
  void au_montant_en_vigueur_le_1er_avril_change_les_neuf_derniers_mois() {
    AideDeLAnnee aide = AideDeLAnnee.de(2024, 1, Retenu.EN_VIGUEUR);
    assertThat(aide.mois().get(2).parPoste()).isEqualByComparingTo("534.82");
    assertThat(aide.mois().get(3).parPoste()).isEqualByComparingTo("559.42");
    // 3 × 534.82 + 9 × 559.42
    assertThat(aide.parPoste()).isEqualByComparingTo("6639.24");
  }
}
