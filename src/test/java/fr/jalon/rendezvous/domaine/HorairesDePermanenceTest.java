package fr.jalon.rendezvous.domaine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class HorairesDePermanenceTest {
  private static final HorairesDePermanence MARDIS = new HorairesDePermanence(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(11, 0), 45, LocalDate.of(2025, 10, 29),
      LocalDate.of(2025, 11, 18));

  @Test
  void un_mardi_ferie_n_a_pas_de_creneau() {
    assertThat(MARDIS.jours()).containsExactly(LocalDate.of(2025, 11, 4), LocalDate.of(2025, 11, 18));
  }

  @Test
  void un_creneau_qui_ne_finit_pas_a_l_heure_n_existe_pas() {
    assertThat(MARDIS.plages(LocalDate.of(2025, 11, 4))).extracting(HorairesDePermanence.Plage::debut).containsExactly(LocalTime.of(9, 0), LocalTime.of(9, 45));
    assertThat(MARDIS.plages()).hasSize(4).last().satisfies(p -> assertThat(p.fin()).isEqualTo(LocalTime.of(10, 30)));
  }

  @Test
  void un_rendez_vous_annule_ne_revient_pas_et_une_presence_se_corrige() {
    assertThat(EtatEntretien.ANNULEE.suivants()).isEmpty();
    assertThat(EtatEntretien.ABSENTE.suivants()).contains(EtatEntretien.PRESENTE);
    assertThat(EtatEntretien.INVITEE.suivants()).doesNotContain(EtatEntretien.PRESENTE);
  }
}
