package fr.jalon.bancs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.calcul.CalculDuDroit;
import fr.jalon.calcul.Menage;
import fr.jalon.demarrage.CommandeSansBase;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchRsaCommandeTest {
  private static final YearMonth MOIS = YearMonth.of(2026, 6);

  @Test
  void le_banc_du_rsa_mesure_sans_base_de_donnees() {
    BenchRsaCommande banc = new BenchRsaCommande();
    assertThat(banc).isInstanceOf(CommandeSansBase.class);
    assertThat(new CommandLine(banc).execute("--menages", "10000")).isZero();
  }

  @Test
  void la_meme_graine_donne_les_memes_menages_et_ils_sont_tous_calculables() {
    List<Menage> menages = new MenagesAuHasard(3, MOIS).menages(500);
    List<Menage> memes = new MenagesAuHasard(3, MOIS).menages(500);
    for (int i = 0; i < menages.size(); i++) {
      assertThat(CalculDuDroit.enVigueur().verifier(menages.get(i), MOIS)).isEmpty();
      assertThat(CalculDuDroit.enVigueur().calculer(memes.get(i), MOIS).rsa())
          .isEqualTo(CalculDuDroit.enVigueur().calculer(menages.get(i), MOIS).rsa());
    }
  }
}
