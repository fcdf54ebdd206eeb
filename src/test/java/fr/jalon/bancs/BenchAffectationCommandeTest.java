package fr.jalon.bancs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchAffectationCommandeTest {

  @Test
  void le_banc_de_l_affectation_mesure_sans_base_et_ne_trouve_aucun_terme_plus_mauvais() {
    assertThat(new CommandLine(new BenchAffectationCommande()).execute("--personnes", "300", "--referents", "12")).isZero();
    assertThat(new CommandLine(new BenchAffectationCommande()).execute("--graine", "2")).isZero();
  }
}
