package fr.jalon.calcul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.calcul.moteur.Baremes;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaremesTest {
  private final Menage seule = Menage.de(Personne.nee("1980-02-10").faite());

  @ParameterizedTest
  @CsvSource({"2016-01, 524.16", "2016-04, 524.68", "2016-09, 535.17", "2017-09, 545.48", "2018-04, 550.93", "2019-04, 559.74", "2020-04, 564.78",
      "2021-04, 565.34", "2022-04, 575.52", "2022-07, 598.54", "2023-04, 607.75", "2024-04, 635.71", "2025-04, 646.52", "2026-03, 646.52",
          "2026-04, 651.69", "2027-03, 651.69"})
  void chaque_mois_a_le_montant_de_son_decret(YearMonth mois, String montant) {
    assertThat(CalculDuDroit.enVigueur().calculer(seule, mois).rsa()).isEqualByComparingTo(montant);
  }

  @ParameterizedTest
  @CsvSource({"2016-06, 62", "2018-12, 61", "2026-06, 59.85"})
  void la_part_du_travail_gardee_par_la_prime_suit_les_textes(YearMonth mois, String pourcent) {
    Menage m = Menage.de(Personne.nee("1980-02-10").constant(Revenu.SALAIRE_NET, mois.minusMonths(4).toString(), mois.toString(), "100").faite());
    assertThat(CalculDuDroit.enVigueur().calculer(m, mois).prime()).isEqualByComparingTo(pourcent);
  }

  @Test
  void tous_les_mois_de_2016_au_dernier_connu_se_calculent() {
    for (YearMonth m = YearMonth.of(2016, 1); !m.isAfter(CalculDuDroit.dernierMoisConnu()); m = m.plusMonths(1)) {
      assertThat(CalculDuDroit.enVigueur().calculer(seule, m).rsa()).isPositive();
      assertThat(Baremes.connus().lire("rsa.montant_forfaitaire", Mois.numero(m)).source()).isNotBlank();
    }
  }

  @Test
  void un_mois_sans_bareme_est_une_erreur_qui_le_dit_sauf_si_l_on_demande_de_prolonger() {
    YearMonth apres = CalculDuDroit.dernierMoisConnu().plusMonths(1);
    assertThatThrownBy(() -> CalculDuDroit.enVigueur().calculer(seule, apres)).isInstanceOf(MenageRefuse.class)
        .hasMessageContaining("Aucun barème n'est connu pour " + apres);
    assertThatThrownBy(() -> CalculDuDroit.enVigueur().calculer(seule, YearMonth.of(2015, 12))).isInstanceOf(MenageRefuse.class);
    assertThat(new CalculDuDroit(Regles.EN_VIGUEUR.prolongees()).calculer(seule, apres).rsa()).isEqualByComparingTo("651.69");
  }
}
