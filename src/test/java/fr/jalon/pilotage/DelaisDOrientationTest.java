package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The delay is counted from the reception of the file to the notification, the day of reception counting for one (06, annexe 4). */
class DelaisDOrientationTest extends EssaiDIndicateurs {

  @BeforeEach
  void fichiers() {
    p.fichier("2025-01-31");
  }

  @Test
  void recu_le_1er_mars_et_notifie_le_15_est_dans_les_quinze_jours_notifie_le_16_non() {
    oriente("Temps", "2025-03-01", "2025-03-15");
    assertThat(valeur("ORI-TAUX-15J", "2025-03-31")).isEqualTo("100");
    oriente("Tard", "2025-03-01", "2025-03-16");
    assertThat(valeur("ORI-TAUX-15J", "2025-03-31")).isEqualTo("50");
    assertThat(valeur("ORI-TAUX-42J", "2025-03-31")).isEqualTo("100");
  }

  @Test
  void recu_le_1er_mars_et_notifie_le_11_avril_est_dans_les_six_semaines_notifie_le_12_non() {
    oriente("Temps", "2025-03-01", "2025-04-11");
    oriente("Tard", "2025-03-01", "2025-04-12");
    assertThat(ensemble("ORI-TAUX-42J", "2025-04-30")).extracting(v -> v.numerateur().intValue(), v -> v.denominateur().intValue(), v -> v.valeur().toPlainString())
        .containsExactly(1, 2, "50");
  }

  @Test
  void recu_le_1er_mars_et_notifie_le_31_est_dans_le_mois_notifie_le_1er_avril_non() {
    oriente("Temps", "2025-03-01", "2025-03-31");
    assertThat(valeur("ORI-TAUX-31J", "2025-04-30")).isEqualTo("100");
    oriente("Tard", "2025-03-01", "2025-04-01");
    assertThat(valeur("ORI-TAUX-31J", "2025-04-30")).isEqualTo("50");
  }

  @Test
  void qui_attend_encore_dans_le_delai_n_est_compte_ni_pour_ni_contre() {
    oriente("Temps", "2025-03-01", "2025-03-10");
    attend("Attend", "2025-03-01");
    assertThat(valeur("ORI-TAUX-15J", "2025-03-15")).isEqualTo("100");
    assertThat(valeur("ORI-TAUX-15J", "2025-03-16")).isEqualTo("50");
    assertThat(valeur("ORI-TAUX-42J", "2025-03-16")).isEqualTo("100");
  }

  @Test
  void une_orientation_notifiee_apres_la_date_n_est_pas_encore_connue_a_cette_date() {
    oriente("Future", "2025-03-01", "2025-03-10");
    assertThat(ensemble("ORI-TAUX-15J", "2025-03-09")).extracting(ValeurIndicateur::valeur, ValeurIndicateur::manque)
        .containsExactly(null, "Aucun nouvel entrant dont le délai soit échu ou l'orientation notifiée à cette date.");
    assertThat(valeur("ORI-TAUX-15J", "2025-03-10")).isEqualTo("100");
  }

  @Test
  void qui_est_sorti_ou_suspendu_avant_la_fin_du_delai_n_est_pas_compte_contre() {
    oriente("Temps", "2025-03-01", "2025-03-10");
    p.arreter(attend("Sortie", "2025-03-01"), "SORTIE", "2025-03-12");
    p.arreter(attend("Suspendue", "2025-03-01"), "SUSPENDUE", "2025-03-15");
    assertThat(valeur("ORI-TAUX-15J", "2025-03-31")).isEqualTo("100");
    p.arreter(attend("TropTard", "2025-03-01"), "SORTIE", "2025-03-16");
    assertThat(valeur("ORI-TAUX-15J", "2025-03-31")).isEqualTo("50");
  }

  @Test
  void une_entree_de_plus_de_douze_mois_sort_du_taux() {
    oriente("Ancienne", "2024-03-31", "2024-06-30");
    oriente("Récente", "2024-04-01", "2024-04-02");
    assertThat(valeur("ORI-TAUX-15J", "2025-03-31")).isEqualTo("100");
  }

  @Test
  void le_delai_moyen_et_le_delai_median_portent_sur_les_orientations_des_douze_mois() {
    oriente("Dix", "2025-01-01", "2025-01-11");
    oriente("Vingt", "2025-02-01", "2025-02-21");
    oriente("Soixante", "2025-01-01", "2025-03-02");
    oriente("Ancienne", "2023-01-01", "2024-03-31");
    attend("Attend", "2025-01-01");
    assertThat(valeur("ORI-DELAI", "2025-03-31")).isEqualTo("30");
    assertThat(valeur("ORI-DELAI-MEDIAN", "2025-03-31")).isEqualTo("20");
    assertThat(par("ORI-DELAI", "2025-03-31", Dimension.MOIS)).containsExactly(entry("2025-01", "10"), entry("2025-02", "20"), entry("2025-03", "60"));
  }

  @Test
  void seule_la_premiere_orientation_compte() {
    var ana = p.personne("Ana");
    long entree = p.foyer("2025-03-01").entree(ana, "2025-02-28", "2025-03-01");
    p.suivi(ana, entree, "SOCIAL", 1, "2025-03-05", "2025-03-20");
    p.suivi(ana, entree, "PROFESSIONNEL", 2, "2025-03-20", null);
    assertThat(valeur("ORI-DELAI", "2025-03-31")).isEqualTo("4");
    assertThat(par("ORI-TAUX-15J", "2025-03-31", Dimension.PARCOURS)).containsExactly(entry("SOCIAL", "100"));
  }

  @Test
  void sans_delai_fixe_par_le_departement_son_taux_dit_ce_qui_manque() {
    oriente("Temps", "2025-03-01", "2025-03-10");
    assertThat(ensemble("ORI-TAUX-CIBLE", "2025-03-31").manque())
        .isEqualTo("Le Département n'a pas fixé le paramètre « orientation.delai_cible_jours » à cette date (page Paramètres).");
    chargement.sql("insert into parametres.valeur values ('orientation.delai_cible_jours', '2025-01-01', '9', 'essai', now(), 'essai')").update();
    assertThat(valeur("ORI-TAUX-CIBLE", "2025-03-31")).isEqualTo("0");
  }

  private long attend(String prenom, String recuLe) {
    return p.foyer("2025-01-01").entree(p.personne(prenom), "2025-01-31", recuLe);
  }

  private void oriente(String prenom, String recuLe, String notifieLe) {
    var personne = p.personne(prenom);
    p.suivi(personne, p.foyer("2025-01-01").entree(personne, "2025-01-31", recuLe), "SOCIAL", 1, notifieLe, null);
  }
}
