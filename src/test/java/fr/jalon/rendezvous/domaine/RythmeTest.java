package fr.jalon.rendezvous.domaine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RythmeTest {
  private static final JoursFeries FERIES = JoursFeries.de("07");

  @Test
  void chaque_semaine_saute_le_lundi_de_paques_et_le_nomme() {
    assertThat(Rythme.SEMAINE.jours(LocalDate.of(2025, 4, 14), LocalDate.of(2025, 5, 5), FERIES))
        .containsExactly(new Rythme.Jour(LocalDate.of(2025, 4, 14), null),
        new Rythme.Jour(LocalDate.of(2025, 4, 21), "lundi de Pâques"), new Rythme.Jour(LocalDate.of(2025, 4, 28), null),
        new Rythme.Jour(LocalDate.of(2025, 5, 5), null));
  }

  @Test
  void toutes_les_deux_semaines_s_arrete_au_dernier_jour_compris() {
    assertThat(Rythme.DEUX_SEMAINES.jours(LocalDate.of(2025, 9, 2), LocalDate.of(2025, 9, 30), FERIES).stream().map(Rythme.Jour::date))
        .containsExactly(LocalDate.of(2025, 9, 2), LocalDate.of(2025, 9, 16), LocalDate.of(2025, 9, 30));
  }

  @Test
  void chaque_mois_garde_le_deuxieme_mardi_et_le_cinquieme_devient_le_dernier() {
    assertThat(Rythme.MOIS.jours(LocalDate.of(2025, 9, 9), LocalDate.of(2025, 12, 31), FERIES).stream().map(Rythme.Jour::date))
        .containsExactly(LocalDate.of(2025, 9, 9), LocalDate.of(2025, 10, 14), LocalDate.of(2025, 11, 11), LocalDate.of(2025, 12, 9));
    assertThat(Rythme.MOIS.jours(LocalDate.of(2025, 9, 30), LocalDate.of(2025, 12, 31), FERIES).stream().map(Rythme.Jour::date))
        .containsExactly(LocalDate.of(2025, 9, 30), LocalDate.of(2025, 10, 28), LocalDate.of(2025, 11, 25), LocalDate.of(2025, 12, 30));
  }

  @Test
  void une_serie_ne_depasse_jamais_soixante_sessions() {
    LocalDate lundi = LocalDate.of(2025, 1, 6);
    assertThat(Rythme.SEMAINE.jours(lundi, LocalDate.of(2030, 1, 1), FERIES)).hasSize(Rythme.MAXIMUM).last().extracting(Rythme.Jour::date)
        .isEqualTo(Rythme.SEMAINE.dernier(lundi));
    assertThat(Rythme.SEMAINE.deborde(lundi, LocalDate.of(2030, 1, 1))).as("des dates seraient laissées").isTrue();
    assertThat(Rythme.SEMAINE.deborde(lundi, Rythme.SEMAINE.dernier(lundi).plusDays(6))).isFalse();
    assertThat(Rythme.UNE_FOIS.deborde(lundi, LocalDate.of(2030, 1, 1))).isFalse();
  }
}
