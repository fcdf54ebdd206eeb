package fr.jalon.rendezvous.domaine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JoursFeriesTest {
  private static final JoursFeries ARDECHE = JoursFeries.de("07");

  @ParameterizedTest
  @ValueSource(strings = {"2024-04-01", "2025-04-21", "2026-04-06", "2027-03-29", "2008-03-24", "2038-04-26", "1961-04-03", "2006-06-05"})
  void le_lundi_de_paques_ou_de_pentecote_tombe_le_bon_jour(LocalDate lundi) {
    assertThat(ARDECHE.nom(lundi)).get().asString().startsWith("lundi de P");
  }

  @ParameterizedTest
  @CsvSource({"2025-04-21, lundi de Pâques", "2025-05-29, Ascension", "2025-06-09, lundi de Pentecôte", "2025-05-01, fête du Travail",
      "2025-07-14, 14 juillet",
      "2008-05-01, Ascension et fête du Travail", "2026-12-25, Noël"})
  void un_jour_ferie_porte_son_nom_et_deux_noms_quand_deux_tombent_ensemble(LocalDate jour, String nom) {
    assertThat(ARDECHE.nom(jour)).contains(nom);
  }

  @Test
  void il_y_a_onze_jours_feries_par_an_meme_quand_l_instance_n_a_pas_encore_de_departement() {
    assertThat(combien(ARDECHE, 2025)).isEqualTo(11);
    assertThat(combien(JoursFeries.de(""), 2025)).isEqualTo(11);
    // in 2008 Ascension fell on 1 May: ten days
    assertThat(combien(ARDECHE, 2008)).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({"971, 2025-05-27, 2025-05-22", "972, 2025-05-22, 2025-05-27", "973, 2025-06-10, 2025-05-27", "974, 2025-12-20, 2025-04-27",
      "976, 2025-04-27, 2025-12-20"})
  void outre_mer_l_abolition_de_l_esclavage_est_feriee_a_son_jour_et_pas_a_celui_d_a_cote(String departement, LocalDate jour, LocalDate ailleurs) {
    JoursFeries la = JoursFeries.de(departement);
    assertThat(la.nom(jour)).contains("abolition de l'esclavage");
    assertThat(la.ferie(ailleurs)).isFalse();
    assertThat(ARDECHE.ferie(jour)).isFalse();
    assertThat(combien(la, 2025)).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"57", "67", "68"})
  void en_alsace_moselle_le_vendredi_saint_et_le_lendemain_de_noel_sont_feries(String departement) {
    JoursFeries la = JoursFeries.de(departement);
    assertThat(la.nom(LocalDate.of(2025, 4, 18))).contains("Vendredi saint");
    assertThat(la.nom(LocalDate.of(2025, 12, 26))).contains("lendemain de Noël");
    assertThat(combien(la, 2025)).isEqualTo(13);
    assertThat(ARDECHE.ferie(LocalDate.of(2025, 4, 18))).isFalse();
    assertThat(ARDECHE.ferie(LocalDate.of(2025, 12, 26))).isFalse();
  }

  @Test
  void une_permanence_du_mardi_en_guadeloupe_laisse_de_cote_le_27_mai() {
    HorairesDePermanence mardis = new HorairesDePermanence(java.time.DayOfWeek.TUESDAY, java.time.LocalTime.of(9, 0), java.time.LocalTime.NOON, 45,
        LocalDate.of(2025, 5, 20),
        LocalDate.of(2025, 6, 3));
    assertThat(mardis.jours(JoursFeries.de("971"))).containsExactly(LocalDate.of(2025, 5, 20), LocalDate.of(2025, 6, 3));
    assertThat(mardis.jours(ARDECHE)).hasSize(3);
  }

  private static long combien(JoursFeries feries, int an) {
    return LocalDate.of(an, 1, 1).datesUntil(LocalDate.of(an + 1, 1, 1)).filter(feries::ferie).count();
  }
}
