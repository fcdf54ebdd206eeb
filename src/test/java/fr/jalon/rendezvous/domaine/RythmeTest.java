package fr.jalon.rendezvous.domaine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RythmeTest {

  @ParameterizedTest
  @CsvSource({"2024-03-31, 2024", "2025-04-20, 2025", "2026-04-05, 2026", "2027-03-28, 2027", "2008-03-23, 2008", "2038-04-25, 2038", "1961-04-02, 1961"})
  void paques_tombe_le_bon_dimanche(LocalDate dimanche, int an) {
    assertThat(JoursFeries.paques(an)).isEqualTo(dimanche);
  }

  @ParameterizedTest
  @CsvSource({"2025-04-21, lundi de Pâques", "2025-05-29, Ascension", "2025-06-09, lundi de Pentecôte", "2025-05-01, fête du Travail", "2025-07-14, 14 juillet",
      "2008-05-01, fête du Travail", "2026-12-25, Noël"})
  void un_jour_ferie_porte_son_nom(LocalDate jour, String nom) {
    assertThat(JoursFeries.nom(jour)).contains(nom);
  }

  @Test
  void il_y_a_onze_jours_feries_par_an() {
    assertThat(LocalDate.of(2025, 1, 1).datesUntil(LocalDate.of(2026, 1, 1)).filter(JoursFeries::ferie)).hasSize(11);
    // in 2008 Ascension fell on 1 May: ten days
    assertThat(LocalDate.of(2008, 1, 1).datesUntil(LocalDate.of(2009, 1, 1)).filter(JoursFeries::ferie)).hasSize(10);
  }

  @Test
  void chaque_semaine_saute_le_lundi_de_paques_et_le_nomme() {
    assertThat(Rythme.SEMAINE.jours(LocalDate.of(2025, 4, 14), LocalDate.of(2025, 5, 5))).containsExactly(new Rythme.Jour(LocalDate.of(2025, 4, 14), null),
        new Rythme.Jour(LocalDate.of(2025, 4, 21), "lundi de Pâques"), new Rythme.Jour(LocalDate.of(2025, 4, 28), null), new Rythme.Jour(LocalDate.of(2025, 5, 5), null));
  }

  @Test
  void toutes_les_deux_semaines_s_arrete_au_dernier_jour_compris() {
    assertThat(Rythme.DEUX_SEMAINES.jours(LocalDate.of(2025, 9, 2), LocalDate.of(2025, 9, 30)).stream().map(Rythme.Jour::date))
        .containsExactly(LocalDate.of(2025, 9, 2), LocalDate.of(2025, 9, 16), LocalDate.of(2025, 9, 30));
  }

  @Test
  void chaque_mois_garde_le_deuxieme_mardi_et_le_cinquieme_devient_le_dernier() {
    assertThat(Rythme.MOIS.jours(LocalDate.of(2025, 9, 9), LocalDate.of(2025, 12, 31)).stream().map(Rythme.Jour::date))
        .containsExactly(LocalDate.of(2025, 9, 9), LocalDate.of(2025, 10, 14), LocalDate.of(2025, 11, 11), LocalDate.of(2025, 12, 9));
    assertThat(Rythme.MOIS.jours(LocalDate.of(2025, 9, 30), LocalDate.of(2025, 12, 31)).stream().map(Rythme.Jour::date))
        .containsExactly(LocalDate.of(2025, 9, 30), LocalDate.of(2025, 10, 28), LocalDate.of(2025, 11, 25), LocalDate.of(2025, 12, 30));
  }

  @Test
  void une_serie_ne_depasse_jamais_soixante_sessions() {
    assertThat(Rythme.SEMAINE.jours(LocalDate.of(2025, 1, 6), LocalDate.of(2030, 1, 1))).hasSize(Rythme.MAXIMUM);
  }
}
