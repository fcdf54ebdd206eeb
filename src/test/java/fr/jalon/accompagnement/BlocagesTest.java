package fr.jalon.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.accompagnement.domaine.Blocages;
import fr.jalon.accompagnement.domaine.Blocages.Raison;
import fr.jalon.accompagnement.domaine.Blocages.Situation;
import fr.jalon.accompagnement.domaine.DecisionDeRevue;
import fr.jalon.accompagnement.domaine.EtatRevue;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is stuck, and why. Today is 20 October 2025. */
class BlocagesTest {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
  private static final LocalDate HIER = AUJOURDHUI.minusDays(1);
  private final Blocages regles = new Blocages(2, 6, 48);

  @Test
  void vue_a_temps_changee_cet_ete_et_au_rsa_depuis_un_an_elle_n_est_pas_bloquee() {
    assertThat(raisons(new Situation(HIER, AUJOURDHUI.plusDays(29), false, null, LocalDate.of(2025, 7, 1), 12))).isEmpty();
  }

  @Test
  void le_jour_limite_n_est_pas_encore_trop_tard_et_un_rendez_vous_repond() {
    assertThat(raisons(new Situation(null, AUJOURDHUI, false, null, HIER, 1))).isEmpty();
    assertThat(raisons(new Situation(null, HIER, false, null, HIER, 1))).containsExactly(Raison.SANS_CONTACT);
    assertThat(raisons(new Situation(null, HIER, true, null, HIER, 1))).isEmpty();
  }

  @Test
  void rien_ne_change_au_bout_de_six_mois_revolus() {
    assertThat(raisons(new Situation(HIER, AUJOURDHUI, false, null, LocalDate.of(2025, 4, 21), 1))).isEmpty();
    assertThat(regles.de(new Situation(HIER, AUJOURDHUI, false, null, LocalDate.of(2025, 4, 20), 1), AUJOURDHUI))
        .containsExactly(new Blocages.Blocage(Raison.RIEN_NE_CHANGE, LocalDate.of(2025, 4, 20), 6));
  }

  @Test
  void un_frein_ouvert_sans_action_se_dit_au_bout_de_deux_mois() {
    assertThat(raisons(new Situation(HIER, AUJOURDHUI, false, LocalDate.of(2025, 8, 21), HIER, 1))).isEmpty();
    assertThat(raisons(new Situation(HIER, AUJOURDHUI, false, LocalDate.of(2025, 8, 20), HIER, 1))).containsExactly(Raison.SANS_ACTION);
  }

  @Test
  void plus_de_quatre_ans_et_pas_quatre_ans_et_rien_quand_on_ne_sait_pas() {
    assertThat(raisons(new Situation(HIER, AUJOURDHUI, false, null, HIER, 48))).isEmpty();
    assertThat(raisons(new Situation(HIER, AUJOURDHUI, false, null, HIER, 49))).containsExactly(Raison.LONGUE_DUREE);
    assertThat(raisons(new Situation(HIER, AUJOURDHUI, false, null, HIER, null))).isEmpty();
  }

  @Test
  void plusieurs_raisons_se_disent_ensemble() {
    assertThat(raisons(new Situation(LocalDate.of(2025, 1, 6), LocalDate.of(2025, 2, 5), false, null, LocalDate.of(2024, 9, 2), 60)))
        .containsExactly(Raison.SANS_CONTACT, Raison.RIEN_NE_CHANGE, Raison.LONGUE_DUREE);
  }

  @Test
  void une_revue_se_clot_une_fois_et_continuer_seul_ne_demande_rien() {
    assertThat(EtatRevue.OUVERTE.suivants()).containsExactly(EtatRevue.CLOSE);
    assertThat(EtatRevue.CLOSE.suivants()).isEmpty();
    assertThat(DecisionDeRevue.values()).filteredOn(d -> !d.aSuivre()).containsExactly(DecisionDeRevue.CONTINUER);
  }

  private List<Raison> raisons(Situation s) {
    return regles.de(s, AUJOURDHUI).stream().map(Blocages.Blocage::raison).toList();
  }
}
