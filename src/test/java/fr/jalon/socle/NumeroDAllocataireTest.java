package fr.jalon.socle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeroDAllocataireTest {
  @ParameterizedTest
  @CsvSource({"941000500000000,9410005", "1000600000000,0010006", "205599,0205599", "0205599,0205599", "2000282,2000282",
      "12345678,12345678", "T0A1B2C3,T0A1B2C3",
      "279050718600112,279050718600112"})
  void un_numero_de_la_caf_se_montre_sur_sept_chiffres_et_les_autres_comme_ils_sont(String garde, String montre) {
    assertThat(NumeroDAllocataire.montrer(garde)).isEqualTo(montre);
  }

  @ParameterizedTest
  @CsvSource({"9410005,941000500000000", "941000500000000,941000500000000", "0010006,1000600000000", "10006,1000600000000",
      "001000600000000,1000600000000",
      "001000600000000,10006", "0010006,10006", "2000282,2000282", "0000003,3"})
  void un_numero_tape_retrouve_les_formes_sous_lesquelles_il_est_garde(String tape, String garde) {
    assertThat(NumeroDAllocataire.formes(tape)).contains(garde);
  }

  @Test
  void un_numero_absent_le_reste() {
    assertThat(NumeroDAllocataire.montrer(null)).isNull();
  }
}
