package fr.jalon.orientation.domaine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MotifEntreeTest {

  @Test
  void une_personne_de_nouveau_sous_le_seuil_lit_le_seuil_du_jour() {
    assertThat(MotifEntree.DE_NOUVEAU_SOUS_500_EUROS.explication(new Seuils(612, 9))).contains("(612 € par mois en moyenne)");
    assertThat(MotifEntree.RETOUR_APRES_SUSPENSION_LONGUE.explication(new Seuils(612, 9))).startsWith("Depuis au moins 9 mois");
  }

  @ParameterizedTest
  @EnumSource(MotifEntree.class)
  void aucun_motif_ne_porte_un_nombre_qui_serait_a_lui(MotifEntree motif) {
    assertThat(motif.explication(new Seuils(7, 7)).replaceAll("(?<!\\d)7(?!\\d)", "")).doesNotContainPattern("\\d");
  }
}
