package fr.jalon.rendezvous.domaine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class HorairesDePermanenceTest {
  private static final JoursFeries FERIES = JoursFeries.de("07");
  private static final LocalDate LUNDI = LocalDate.of(2025, 9, 8);
  private static final HorairesDePermanence MARDIS = new HorairesDePermanence(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(11, 0), 45,
      LocalDate.of(2025, 10, 29),
      LocalDate.of(2025, 11, 18));

  @Test
  void un_mardi_ferie_n_a_pas_de_creneau() {
    assertThat(MARDIS.jours(FERIES)).containsExactly(LocalDate.of(2025, 11, 4), LocalDate.of(2025, 11, 18));
  }

  @Test
  void un_creneau_qui_ne_finit_pas_a_l_heure_n_existe_pas() {
    assertThat(MARDIS.plages(LocalDate.of(2025, 11, 4))).extracting(HorairesDePermanence.Plage::debut)
        .containsExactly(LocalTime.of(9, 0), LocalTime.of(9, 45));
    assertThat(MARDIS.plages(FERIES)).hasSize(4).last().satisfies(p -> assertThat(p.fin()).isEqualTo(LocalTime.of(10, 30)));
  }

  @Test
  void un_rendez_vous_annule_ne_revient_pas_et_une_presence_se_corrige() {
    assertThat(EtatEntretien.ANNULEE.suivants()).isEmpty();
    assertThat(EtatEntretien.ABSENTE.suivants()).contains(EtatEntretien.PRESENTE);
    assertThat(EtatEntretien.INVITEE.suivants()).doesNotContain(EtatEntretien.PRESENTE);
  }

  @Test
  void des_heures_et_des_jours_a_l_envers_se_disent_aux_deux_fins() {
    assertThatThrownBy(() -> verifier(new HorairesDePermanence(DayOfWeek.MONDAY, LocalTime.NOON, LocalTime.of(9, 0), 45, LUNDI.plusDays(7), LUNDI)))
        .isInstanceOfSatisfying(SaisieRefusee.class, r -> assertThat(r.champs()).containsExactly("fin", "au"));
  }

  @Test
  void ce_qui_manque_se_dit_partout_a_la_fois() {
    assertThatThrownBy(() -> verifier(new HorairesDePermanence(null, null, null, 0, null, null)))
        .isInstanceOfSatisfying(SaisieRefusee.class, r -> assertThat(r.champs()).containsExactly("jour", "debut", "fin", "minutes", "du", "au"));
  }

  @Test
  void une_permanence_d_hier_ou_de_plus_d_un_an_se_dit_a_son_jour() {
    assertThatThrownBy(() -> verifier(horaires(LUNDI.minusDays(1), LUNDI)))
        .isInstanceOfSatisfying(SaisieRefusee.class, r -> assertThat(r.champs()).containsExactly("du"));
    assertThatThrownBy(() -> verifier(horaires(LUNDI, LUNDI.plusYears(1).plusDays(1))))
        .isInstanceOfSatisfying(SaisieRefusee.class, r -> assertThat(r.champs()).containsExactly("au"));
  }

  @Test
  void chaque_faute_d_une_permanence_garde_son_code() {
    assertThat(codes(new HorairesDePermanence(null, null, LocalTime.NOON, 5, LUNDI.minusDays(1), null)))
        .containsExactly("JOUR_ABSENT", "HEURES", "DUREE", "PERMANENCE_PASSEE", "DATES");
  }

  @Test
  void une_matinee_de_lundis_est_acceptee() {
    assertThatCode(() -> verifier(horaires(LUNDI, LUNDI.plusMonths(3)))).doesNotThrowAnyException();
  }

  private static HorairesDePermanence horaires(LocalDate du, LocalDate au) {
    return new HorairesDePermanence(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.NOON, 45, du, au);
  }

  private static List<String> codes(HorairesDePermanence h) {
    return catchThrowableOfType(SaisieRefusee.class, () -> verifier(h)).fautes().values().stream().map(RefusMetier::code).toList();
  }

  private static void verifier(HorairesDePermanence h) {
    Fautes fautes = new Fautes();
    h.verifier(LUNDI, fautes);
    fautes.lever();
  }
}
