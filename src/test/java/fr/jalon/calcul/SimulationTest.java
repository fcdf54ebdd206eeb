package fr.jalon.calcul;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A person alone, 30, without income, housed without benefit, from June 2026: 651.69 € of RSA. */
class SimulationTest {
  private static final YearMonth JUIN = YearMonth.of(2026, 6);
  private final Menage seule = Menage.de(Personne.nee("1996-02-10").faite());

  @Test
  void sans_emploi_le_rsa_reste_le_meme_douze_mois() {
    List<MoisSimule> mois = Simulation.de(seule, JUIN).mois(12);
    assertThat(mois).hasSize(12).allSatisfy(m -> {
      assertThat(m.rsa()).isEqualByComparingTo("651.69");
      assertThat(m.prime()).isEqualByComparingTo("0");
      assertThat(m.total()).isEqualByComparingTo("651.69");
    });
    assertThat(mois.stream().filter(MoisSimule::nouveauTrimestre).map(MoisSimule::mois))
        .containsExactly(JUIN, JUIN.plusMonths(3), JUIN.plusMonths(6), JUIN.plusMonths(9));
    assertThat(mois.stream().filter(MoisSimule::baremeProlonge).map(MoisSimule::mois)).containsExactly(YearMonth.of(2027, 4), YearMonth.of(2027, 5));
  }

  /**
   * Job of 800 € from July. June quarter: reference February to April, 651.69. September: May, June, July: 800 / 3 = 266.67 counted, RSA
   * 651.69 − 266.67 = 385.02. December: August to October, 800 counted, RSA 0. Prime, September: only July gives something; December: all three.
   * July 2026: forfait 638.28, bonus 240.63 × (800 − 59 × 12.31) / (79 × 12.31) = 240.63 × 73.71 / 972.49 = 18.2385,
   * 59.85 % of 800 = 478.80; 638.28 + 18.2385 + 478.80 − 800 = 335.3185; a third = 111.77. December: 335.32.
   */
  @Test
  void un_emploi_pris_dans_le_trimestre_ne_change_le_rsa_qu_au_trimestre_suivant_et_par_tiers() {
    List<MoisSimule> mois = Simulation.de(seule, JUIN).avecEmploi(0, Emploi.mensuel(YearMonth.of(2026, 7), new BigDecimal("800"))).mois(9);
    assertThat(mois.stream().map(m -> m.rsa().toPlainString()))
        .containsExactly("651.69", "651.69", "651.69", "385.02", "385.02", "385.02", "0.00", "0.00", "0.00");
    assertThat(mois.stream().map(m -> m.prime().toPlainString()))
        .containsExactly("0.00", "0.00", "0.00", "111.77", "111.77", "111.77", "335.32", "335.32", "335.32");
    assertThat(mois.get(1).total()).isEqualByComparingTo("1451.69");
    assertThat(mois.get(6).total()).isEqualByComparingTo("1135.32");
  }

  @Test
  void sans_la_fixation_trimestrielle_le_montant_change_des_que_le_mois_de_reference_change() {
    List<MoisSimule> mois = Simulation.de(seule, JUIN).selon(Regles.EN_VIGUEUR.sans(Divergence.MONTANT_FIXE_TROIS_MOIS))
        .avecEmploi(0, Emploi.mensuel(YearMonth.of(2026, 7), new BigDecimal("800"))).mois(6);
    // October: June, July, August: 1600 / 3 = 533.33 ; 651.69 − 533.33 = 118.36
    assertThat(mois.stream().map(m -> m.rsa().toPlainString())).containsExactly("651.69", "651.69", "651.69", "385.02", "118.36", "0.00");
  }

  @Test
  void le_trimestre_peut_avoir_commence_avant_le_premier_mois_simule() {
    List<MoisSimule> mois = Simulation.de(seule, JUIN).trimestreDepuis(YearMonth.of(2026, 5)).mois(3);
    assertThat(mois.stream().map(MoisSimule::nouveauTrimestre)).containsExactly(false, false, true);
  }

  @Test
  void la_prime_d_immersion_n_est_pas_une_ressource() {
    Emploi stage = Emploi.mensuel(JUIN, BigDecimal.ZERO).avecHorsRessources(new BigDecimal("100")).jusqua(JUIN);
    List<MoisSimule> mois = Simulation.de(seule, JUIN).avecEmploi(0, stage).mois(6);
    assertThat(mois.get(0).total()).isEqualByComparingTo("751.69");
    assertThat(mois.get(5).total()).isEqualByComparingTo("651.69");
  }

  @Test
  void un_emploi_a_l_heure_est_mensualise() {
    // 20 h × 9.50 € × 52 / 12 = 823.33
    assertThat(Emploi.horaire(JUIN, new BigDecimal("20"), new BigDecimal("9.50")).netMensuel()).isEqualByComparingTo("823.33");
  }

  @Test
  void un_revenu_connu_le_mois_dernier_est_suppose_continuer() {
    Menage auChomage = Menage.de(Personne.nee("1996-02-10").constant(Revenu.CHOMAGE, "2025-12", "2026-05", "500").faite());
    List<MoisSimule> mois = Simulation.de(auChomage, JUIN).mois(12);
    assertThat(mois.getLast().autresRevenus()).isEqualByComparingTo("500");
    assertThat(mois.getLast().rsa()).isEqualByComparingTo("151.69");
  }
}
