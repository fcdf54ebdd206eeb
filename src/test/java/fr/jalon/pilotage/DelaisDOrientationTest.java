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
    assertThat(valeur("ORI-TAUX-42J", "2025-04-30")).isEqualTo("100");
  }

  @Test
  void recu_le_1er_mars_et_notifie_le_12_avril_est_dans_les_six_semaines_comme_au_registre_notifie_le_13_non() {
    oriente("Temps", "2025-03-01", "2025-04-12");
    oriente("Tard", "2025-03-01", "2025-04-13");
    assertThat(ensemble("ORI-TAUX-42J", "2025-04-30"))
        .extracting(v -> v.numerateur().intValue(), v -> v.denominateur().intValue(), v -> v.valeur().toPlainString())
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
  void tant_que_le_delai_court_qui_est_deja_oriente_ne_compte_pas_plus_que_qui_attend() {
    oriente("Temps", "2025-03-01", "2025-03-10");
    attend("Attend", "2025-03-01");
    assertThat(ensemble("ORI-TAUX-15J", "2025-03-15")).extracting(ValeurIndicateur::valeur, ValeurIndicateur::enCours, ValeurIndicateur::manque)
        .containsExactly(null, 2L, "Le délai des 2 personnes concernées court encore.");
    assertThat(valeur("ORI-TAUX-15J", "2025-03-16")).isEqualTo("50");
    assertThat(ensemble("ORI-TAUX-42J", "2025-03-16")).extracting(ValeurIndicateur::valeur, ValeurIndicateur::enCours).containsExactly(null, 2L);
  }

  @Test
  void un_mois_dont_le_delai_court_encore_est_dit_ouvert_et_les_autres_non() {
    oriente("Mars", "2025-03-01", "2025-03-10");
    oriente("Avril", "2025-04-02", "2025-04-05");
    oriente("FinAvril", "2025-04-25", "2025-04-26");
    var mois = parSysteme(() -> indicateurs.calculer("ORI-TAUX-15J", java.time.LocalDate.parse("2025-04-30"), Dimension.MOIS));
    assertThat(mois).filteredOn(v -> v.valeurDimension().equals("2025-03")).singleElement().extracting(ValeurIndicateur::ouverte).isEqualTo(false);
    assertThat(mois).filteredOn(v -> v.valeurDimension().equals("2025-04")).singleElement()
        .extracting(v -> v.denominateur().intValue(), ValeurIndicateur::enCours, ValeurIndicateur::ouverte).containsExactly(1, 1L, true);
  }

  @Test
  void le_temps_de_la_suspension_est_rendu_et_l_etat_d_aujourd_hui_ne_change_pas_une_date_passee() {
    long entree = attend("Suspendue", "2025-03-01");
    p.arreter(entree, "SUSPENDUE", "2025-03-11");
    p.reprendre(entree, "2025-05-10");
    // fifteen days end on 15 March; sixty days are given back
    assertThat(ensemble("ORI-TAUX-15J", "2025-05-14").valeur()).isNull();
    assertThat(valeur("ORI-TAUX-15J", "2025-05-15")).isEqualTo("0");
    // on 31 March she was suspended in time: nothing was due, whatever happened since
    assertThat(ensemble("ORI-TAUX-15J", "2025-03-31")).extracting(ValeurIndicateur::valeur, ValeurIndicateur::enCours).containsExactly(null, 0L);
  }

  @Test
  void une_orientation_dont_la_lettre_n_est_pas_partie_n_est_pas_notifiee() {
    oriente("Postee", "2025-03-01", "2025-03-10");
    oriente("APoster", "2025-03-01", "2025-03-10");
    chargement.sql("update orientation.suivi set a_poster = true where personne_id = (select id from allocataires.personne where prenom = 'APoster')")
        .update();
    assertThat(valeur("ORI-TAUX-15J", "2025-03-31")).isEqualTo("50");
    assertThat(valeur("ORI-ORIENTATIONS", "2025-03-31")).isEqualTo("1");
    assertThat(par("ORI-ATTENTE", "2025-03-31", Dimension.valueOf("RAISON"))).contains(entry("LETTRE_A_POSTER", "1"));
  }

  @Test
  void une_orientation_notifiee_apres_la_date_n_est_pas_encore_connue_a_cette_date() {
    oriente("Future", "2025-03-01", "2025-03-10");
    assertThat(ensemble("ORI-TAUX-15J", "2025-03-09")).extracting(ValeurIndicateur::valeur, ValeurIndicateur::manque)
        .containsExactly(null, "Le délai de la seule personne concernée court encore.");
    assertThat(valeur("ORI-DELAI", "2025-03-10")).isEqualTo("9");
    assertThat(valeur("ORI-TAUX-15J", "2025-03-16")).isEqualTo("100");
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
    assertThat(par("ORI-DELAI", "2025-03-31", Dimension.MOIS))
        .containsExactly(entry("2025-01", "10"), entry("2025-02", "20"), entry("2025-03", "60"));
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
  void sans_delai_fixe_par_le_departement_son_taux_dit_ce_qui_manque_et_sinon_il_suit_la_cible_du_registre() {
    oriente("Temps", "2025-03-01", "2025-03-10");
    assertThat(ensemble("ORI-TAUX-CIBLE", "2025-03-31").manque()).contains("ou le Département n'en a pas fixé (page Paramètres)");
    chargement.sql("update echeances.echeance set cible_cle = 'orientation.delai_cible', cible = date '2025-03-09'").update();
    assertThat(valeur("ORI-TAUX-CIBLE", "2025-03-31")).isEqualTo("0");
    chargement.sql("update echeances.echeance set cible_cle = 'orientation.delai_cible', cible = date '2025-03-10'").update();
    assertThat(valeur("ORI-TAUX-CIBLE", "2025-03-31")).isEqualTo("100");
  }

  private long attend(String prenom, String recuLe) {
    return p.foyer("2025-01-01").entree(p.personne(prenom), "2025-01-31", recuLe);
  }

  private void oriente(String prenom, String recuLe, String notifieLe) {
    var personne = p.personne(prenom);
    p.suivi(personne, p.foyer("2025-01-01").entree(personne, "2025-01-31", recuLe), "SOCIAL", 1, notifieLe, null);
  }
}
