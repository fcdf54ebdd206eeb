package fr.jalon.orientation.domaine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvolutionTest {

  @Test
  void une_entree_en_attente_est_suspendue_avec_le_droit() {
    assertThat(entree(EtatEntree.EN_ATTENTE, Position.SUSPENDUE)).contains(EtatEntree.SUSPENDUE);
  }

  @Test
  void une_entree_suspendue_reprend_avec_le_droit() {
    assertThat(entree(EtatEntree.SUSPENDUE, Position.SOUMISE)).contains(EtatEntree.EN_ATTENTE);
  }

  @Test
  void une_entree_sort_quand_le_droit_se_ferme() {
    assertThat(entree(EtatEntree.EN_ATTENTE, Position.FERMEE)).contains(EtatEntree.SORTIE);
    assertThat(entree(EtatEntree.SUSPENDUE, Position.FERMEE)).contains(EtatEntree.SORTIE);
  }

  @Test
  void une_entree_fait_une_pause_quand_la_personne_n_est_plus_soumise() {
    assertThat(entree(EtatEntree.EN_ATTENTE, Position.NON_SOUMISE)).contains(EtatEntree.SUSPENDUE);
    assertThat(entree(EtatEntree.SUSPENDUE, Position.NON_SOUMISE)).isEmpty();
  }

  @Test
  void une_entree_orientee_ne_bouge_plus() {
    for (Position p : Position.values()) {
      assertThat(entree(EtatEntree.ORIENTEE, p)).isEmpty();
    }
  }

  @Test
  void une_entree_sortie_reprend_si_la_personne_revient_dans_le_mois() {
    assertThat(Evolution.deLEntree(EtatEntree.SORTIE, Position.SOUMISE, false, true).map(Evolution::vers)).contains(EtatEntree.EN_ATTENTE);
    assertThat(entree(EtatEntree.SORTIE, Position.SOUMISE)).isEmpty();
  }

  @Test
  void une_entree_suspendue_trop_longtemps_se_clot_au_retour() {
    assertThat(Evolution.deLEntree(EtatEntree.SUSPENDUE, Position.SOUMISE, true, false).map(Evolution::vers)).contains(EtatEntree.SORTIE);
  }

  @Test
  void un_suivi_se_met_en_veille_quand_le_droit_est_suspendu_ou_que_la_personne_n_est_plus_soumise() {
    assertThat(suivi(EtatSuivi.EN_COURS, Position.SUSPENDUE)).contains(EtatSuivi.EN_VEILLE);
    assertThat(suivi(EtatSuivi.EN_COURS, Position.NON_SOUMISE)).contains(EtatSuivi.EN_VEILLE);
  }

  @Test
  void un_suivi_en_veille_se_reveille_au_retour() {
    assertThat(suivi(EtatSuivi.EN_VEILLE, Position.SOUMISE)).contains(EtatSuivi.EN_COURS);
  }

  @Test
  void un_suivi_se_clot_avec_le_droit() {
    assertThat(suivi(EtatSuivi.EN_COURS, Position.FERMEE)).contains(EtatSuivi.CLOS);
    assertThat(suivi(EtatSuivi.EN_VEILLE, Position.FERMEE)).contains(EtatSuivi.CLOS);
  }

  @Test
  void un_suivi_en_veille_depuis_trop_longtemps_se_clot_au_retour_meme_au_dessus_de_500_euros() {
    assertThat(Evolution.duSuivi(EtatSuivi.EN_VEILLE, Position.NON_SOUMISE, true, false).map(Evolution::vers)).contains(EtatSuivi.CLOS);
  }

  @Test
  void un_suivi_clos_ne_reprend_que_si_le_droit_revient_dans_le_mois() {
    assertThat(suivi(EtatSuivi.CLOS, Position.SOUMISE)).isEmpty();
    assertThat(Evolution.duSuivi(EtatSuivi.CLOS, Position.SOUMISE, false, true).map(Evolution::vers)).contains(EtatSuivi.EN_COURS);
  }

  @Test
  void tout_passage_est_permis_par_les_etats() {
    for (Position p : Position.values()) {
      for (boolean longue : new boolean[] {false, true}) {
        for (boolean mois : new boolean[] {false, true}) {
          for (EtatEntree e : EtatEntree.values()) {
            Evolution.deLEntree(e, p, longue, mois).ifPresent(v -> assertThat(e.suivants()).contains(v.vers()));
          }
          for (EtatSuivi s : EtatSuivi.values()) {
            Evolution.duSuivi(s, p, longue, mois).ifPresent(v -> assertThat(s.suivants()).contains(v.vers()));
          }
        }
      }
    }
  }

  private static Optional<EtatEntree> entree(EtatEntree etat, Position maintenant) {
    return Evolution.deLEntree(etat, maintenant, false, false).map(Evolution::vers);
  }

  private static Optional<EtatSuivi> suivi(EtatSuivi etat, Position maintenant) {
    return Evolution.duSuivi(etat, maintenant, false, false).map(Evolution::vers);
  }
}
