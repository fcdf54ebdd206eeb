package fr.jalon.orientation.domaine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

/** Each Département's own delay: its start, its end, and months that are months. The file of 28 February was received on 1 March. */
class DelaiViseTest {
  private static final LocalDate RECU = LocalDate.of(2025, 3, 1);
  private static final LocalDate REFERENCE = LocalDate.of(2025, 2, 28);

  @Test
  void quinze_jours_de_la_reception_finissent_le_15_mars() {
    assertThat(new DelaiVise("orientation.delai_cible", DepartDuDelai.RECEPTION, FinDuDelai.ORIENTATION, Period.ofDays(15), true, "06")
        .limite(RECU, REFERENCE)).isEqualTo("2025-03-15");
  }

  @Test
  void six_semaines_de_la_notification_du_droit_ne_comptent_pas_ce_jour_la() {
    assertThat(new DelaiVise("orientation.delai_cible", DepartDuDelai.NOTIFICATION_DU_DROIT, FinDuDelai.REFERENT, Period.ofWeeks(6), false, "07")
        .limite(RECU, REFERENCE)).isEqualTo("2025-04-11");
  }

  @Test
  void deux_mois_sont_deux_mois_et_non_soixante_et_un_jours() {
    DelaiVise deuxMois = new DelaiVise("orientation.delai_cible", DepartDuDelai.NOTIFICATION_DU_DROIT, FinDuDelai.PREMIER_RENDEZ_VOUS,
        Period.ofMonths(2), false, "26");
    assertThat(deuxMois.limite(LocalDate.of(2025, 8, 4), LocalDate.of(2025, 7, 31))).isEqualTo("2025-09-30");
    assertThat(deuxMois.limite(LocalDate.of(2025, 1, 4), LocalDate.of(2025, 1, 1))).isEqualTo("2025-03-01");
  }

  @Test
  void moins_d_un_mois_de_l_entree_finit_la_veille_du_meme_jour() {
    DelaiVise moinsDUnMois = new DelaiVise("orientation.delai_cible", DepartDuDelai.ENTREE, FinDuDelai.ORIENTATION, Period.ofMonths(1), true, "01");
    assertThat(moinsDUnMois.limite(LocalDate.of(2025, 3, 4), LocalDate.of(2025, 3, 1))).isEqualTo("2025-03-31");
    assertThat(moinsDUnMois.limite(LocalDate.of(2025, 2, 4), LocalDate.of(2025, 2, 1))).isEqualTo("2025-02-28");
  }
}
