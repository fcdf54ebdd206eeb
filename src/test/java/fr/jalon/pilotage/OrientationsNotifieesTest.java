package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who waits and why; what was decided, where, as recommended or not, and decided again. */
class OrientationsNotifieesTest extends EssaiDIndicateurs {

  @BeforeEach
  void fichiers() {
    p.fichier("2025-01-31");
  }

  @Test
  void qui_attend_se_compte_par_raison_et_par_age_du_dossier() {
    attend("Nouvelle", "2025-03-20");
    var diagnostiquee = p.personne("Diagnostiquée");
    p.foyer("2025-01-01").entree(diagnostiquee, "2025-01-31", "2025-02-10");
    p.recommander(diagnostiquee, "SOCIAL", "2025-03-01");
    p.arreter(attend("Suspendue", "2024-11-01"), "SUSPENDUE", "2025-01-10");
    p.arreter(attend("Sortie", "2025-02-01"), "SORTIE", "2025-02-20");
    oriente("Orientée", "2025-02-01", "2025-02-15");
    assertThat(valeur("ORI-ATTENTE", "2025-03-31")).isEqualTo("3");
    assertThat(par("ORI-ATTENTE", "2025-03-31", Dimension.valueOf("RAISON")))
        .containsExactly(entry("DIAGNOSTIC_A_FAIRE", "1"), entry("DECISION_A_PRENDRE", "1"),
        entry("EN_PAUSE", "1"));
    assertThat(par("ORI-ATTENTE", "2025-03-31", Dimension.valueOf("AGE_DU_DOSSIER")))
        .containsExactly(entry("1-15", "1"), entry("43-90", "1"), entry("91+", "1"));
    assertThat(prenoms("ORI-ATTENTE", "2025-03-31")).containsExactlyInAnyOrder("Nouvelle", "Diagnostiquée", "Suspendue");
  }

  @Test
  void a_une_date_passee_attend_qui_attendait_ce_jour_la() {
    oriente("Orientée", "2025-02-01", "2025-02-15");
    p.arreter(attend("Sortie", "2025-02-01"), "SORTIE", "2025-02-20");
    assertThat(valeur("ORI-ATTENTE", "2025-02-14")).isEqualTo("2");
    assertThat(valeur("ORI-ATTENTE", "2025-02-19")).isEqualTo("1");
    assertThat(valeur("ORI-ATTENTE", "2025-02-20")).isEqualTo("0");
    assertThat(valeur("ORI-ATTENTE", "2025-01-31")).isEqualTo("0");
  }

  @Test
  void arrivee_avec_un_droit_suspendu_elle_reste_en_pause_a_la_date_ou_elle_l_etait_meme_quand_son_droit_reprend_ensuite() {
    long entree = attend("Suspendue", "2025-01-05");
    chargement.sql("update orientation.entree set etat = 'SUSPENDUE' where id = ?").param(entree).update();
    chargement.sql("""
        insert into orientation.passage (objet, objet_id, personne_id, de, vers, le, fait_le, par)
        select 'ENTREE', id, personne_id, 'SUSPENDUE', 'EN_ATTENTE', '2025-03-10', now(), 'essai' from orientation.entree where id = ?""").param(entree).update();
    p.reprendre(entree, "2025-03-10");
    assertThat(par("ORI-ATTENTE", "2025-02-28", Dimension.valueOf("RAISON"))).containsExactly(entry("EN_PAUSE", "1"));
    assertThat(par("ORI-ATTENTE", "2025-03-31", Dimension.valueOf("RAISON"))).containsExactly(entry("DIAGNOSTIC_A_FAIRE", "1"));
  }

  @Test
  void les_orientations_se_comptent_par_parcours_et_par_type_de_structure_sans_celles_saisies_par_erreur() {
    p.suivi(p.personne("Ana"), null, "SOCIAL", 1, "2025-03-01", null);
    p.suivi(p.personne("Bea"), null, "PROFESSIONNEL", 2, "2025-03-01", "2025-03-20");
    p.suivi(p.personne("Erreur"), null, "SOCIAL", 1, "2025-03-02", "2025-03-02");
    p.suivi(p.personne("Ancienne"), null, "SOCIAL", 1, "2024-03-01", null);
    assertThat(par("ORI-ORIENTATIONS", "2025-03-31", Dimension.PARCOURS)).containsExactly(entry("SOCIAL", "1"), entry("PROFESSIONNEL", "1"));
    assertThat(par("ORI-ORIENTATIONS", "2025-03-31", Dimension.valueOf("TYPE_STRUCTURE")))
        .containsExactly(entry("DEPARTEMENT", "1"), entry("FRANCE_TRAVAIL", "1"));
    assertThat(prenoms("ORI-ORIENTATIONS", "2025-03-31")).containsExactly("Ana", "Bea");
  }

  @Test
  void l_accord_ne_porte_que_sur_qui_avait_une_recommandation() {
    suivie("Ana", "SOCIAL", "SOCIAL");
    suivie("Bea", "SOCIAL", "PROFESSIONNEL");
    suivie("Cloé", "PROFESSIONNEL", "PROFESSIONNEL");
    p.suivi(p.personne("Sans"), null, "SOCIAL", 1, "2025-03-01", null);
    assertThat(ensemble("ORI-ACCORD", "2025-03-31"))
        .extracting(v -> v.numerateur().intValue(), v -> v.denominateur().intValue()).containsExactly(2, 3);
    assertThat(par("ORI-ACCORD", "2025-03-31", Dimension.PARCOURS)).containsExactly(entry("SOCIAL", "50"), entry("PROFESSIONNEL", "100"));
  }

  @Test
  void une_reorientation_compte_quand_moins_de_six_mois_la_separent_de_la_precedente() {
    deuxFois("Cinq", "2024-10-02", "2025-03-31");
    deuxFois("Six", "2024-09-30", "2025-03-30");
    deuxFois("Sept", "2024-08-31", "2025-03-31");
    p.suivi(p.personne("Seule"), null, "SOCIAL", 1, "2025-03-01", null);
    assertThat(prenoms("ORI-REORIENTATIONS", "2025-03-31")).containsExactly("Cinq");
    assertThat(valeur("ORI-REORIENTATIONS", "2025-03-31")).isEqualTo("1");
    assertThat(valeur("ORI-REORIENTATIONS", "2025-03-30")).isEqualTo("0");
  }

  private void deuxFois(String prenom, String premiere, String seconde) {
    var personne = p.personne(prenom);
    p.suivi(personne, null, "SOCIAL", 1, premiere, seconde);
    p.suivi(personne, null, "PROFESSIONNEL", 2, seconde, null);
  }

  private void suivie(String prenom, String parcours, String recommande) {
    var personne = p.personne(prenom);
    long recommandation = p.recommander(personne, recommande, "2025-02-20");
    p.suivi(personne, null, parcours, 1, "2025-03-01", null);
    p.avecRecommandation(personne, recommandation);
  }

  private long attend(String prenom, String recuLe) {
    return p.foyer("2024-01-01").entree(p.personne(prenom), recuLe, recuLe);
  }

  private void oriente(String prenom, String recuLe, String notifieLe) {
    var personne = p.personne(prenom);
    p.suivi(personne, p.foyer("2025-01-01").entree(personne, "2025-01-31", recuLe), "SOCIAL", 1, notifieLe, null);
  }
}
