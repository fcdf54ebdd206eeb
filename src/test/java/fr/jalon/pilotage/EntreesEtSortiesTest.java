package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who came in and who left, month by month. */
class EntreesEtSortiesTest extends EssaiDIndicateurs {

  @BeforeEach
  void fichiers() {
    p.fichier("2025-05-31").fichier("2025-06-30").fichier("2025-08-31");
  }

  @Test
  void un_droit_clos_en_juin_est_une_sortie_de_juin_et_de_nul_autre_mois() {
    p.foyer("2024-03-10").droit("2", "2024-03-31", "2025-06-30").droit("5", "2025-06-30", null).membre(p.personne("Ana"), "DEM", "2024-03-31", null);
    assertThat(prenoms("ENT-SORTIES", "2025-06-30")).containsExactly("Ana");
    assertThat(par("ENT-SORTIES", "2025-08-31", Dimension.MOIS)).containsExactly(entry("2025-06", "1"));
  }

  @Test
  void un_foyer_absent_du_fichier_est_sorti_et_un_couple_compte_deux_sorties() {
    p.foyer("2024-03-10").droit("2", "2024-03-31", "2025-06-30", "COUPLE").droit("ABSENT", "2025-06-30", null, "COUPLE")
        .membre(p.personne("Ana"), "DEM", "2024-03-31", null).membre(p.personne("Bruno"), "CJT", "2024-03-31", null)
        .membre(p.personne("Zoé"), "ENF", "2024-03-31", null);
    assertThat(prenoms("ENT-SORTIES", "2025-06-30")).containsExactly("Ana", "Bruno");
  }

  @Test
  void une_suspension_n_est_pas_une_sortie_mais_sa_cloture_en_est_une() {
    p.foyer("2024-03-10").droit("2", "2024-03-31", "2025-06-30").droit("3", "2025-06-30", "2025-08-31").droit("5", "2025-08-31", null)
        .membre(p.personne("Ana"), "DEM", "2024-03-31", null);
    assertThat(par("ENT-SORTIES", "2025-08-31", Dimension.MOIS)).containsExactly(entry("2025-08", "1"));
  }

  @Test
  void un_droit_clos_puis_rouvert_dans_le_mois_n_est_pas_une_sortie() {
    p.foyer("2024-03-10").droit("2", "2024-03-31", "2025-06-05").droit("5", "2025-06-05", "2025-06-25").droit("2", "2025-06-25", null)
        .membre(p.personne("Ana"), "DEM", "2024-03-31", null);
    assertThat(valeur("ENT-SORTIES", "2025-06-30")).isEqualTo("0");
    // seen in the middle of the month, she was out
    p.fichier("2025-06-10");
    assertThat(valeur("ENT-SORTIES", "2025-06-10")).isEqualTo("1");
  }

  @Test
  void la_conjointe_qui_part_est_sortie_sauf_si_elle_a_un_droit_dans_un_autre_foyer() {
    var ana = p.personne("Ana");
    var beatriz = p.personne("Béatriz");
    p.foyer("2024-03-10").droit("2", "2024-03-31", null, "COUPLE").membre(p.personne("Carl"), "DEM", "2024-03-31", null)
        .membre(ana, "CJT", "2024-03-31", "2025-06-30");
    p.foyer("2024-03-10").droit("2", "2024-03-31", null, "COUPLE").membre(p.personne("Dario"), "DEM", "2024-03-31", null)
        .membre(beatriz, "CJT", "2024-03-31", "2025-06-30");
    p.foyer("2025-06-12").droit("2", "2025-06-30", null).membre(beatriz, "DEM", "2025-06-30", null);
    assertThat(prenoms("ENT-SORTIES", "2025-06-30")).containsExactly("Ana");
  }

  @Test
  void un_mois_sans_fichier_manque_et_le_premier_mois_n_a_rien_a_quoi_se_comparer() {
    p.seule("Ana", "2024-03-10", 1);
    assertThat(ensemble("ENT-SORTIES", "2025-07-31")).extracting(ValeurIndicateur::valeur, ValeurIndicateur::manque)
        .containsExactly(null, "Aucun fichier de bénéficiaires en juillet 2025.");
    assertThat(ensemble("ENT-SORTIES", "2025-05-31").manque()).isEqualTo("Aucun fichier d'un mois précédent n'est chargé : rien à quoi comparer.");
    assertThat(parSysteme(() -> indicateurs.calculer("ENT-SORTIES", java.time.LocalDate.parse("2025-08-31"), Dimension.MOIS)))
        .hasSize(12).filteredOn(v -> v.valeur() != null).extracting(ValeurIndicateur::valeurDimension).containsExactly("2025-06", "2025-08");
  }

  @Test
  void un_nouvel_entrant_compte_dans_le_mois_de_la_reference_du_fichier() {
    var ana = p.personne("Ana", "1985-05-05", 2);
    var bruno = p.personne("Bruno", "2001-05-05", 1);
    var foyer = p.foyer("2025-05-10").droit("2", "2025-05-31", null, "COUPLE").membre(ana, "DEM", "2025-05-31", null)
        .membre(bruno, "CJT", "2025-05-31", null).adresse(4, "2025-05-31", null);
    foyer.entree(ana, "2025-05-31", "2025-06-04");
    foyer.entree(bruno, "2025-06-30", "2025-07-03");
    assertThat(valeur("ENT-NOUVEAUX", "2025-05-31")).isEqualTo("1");
    assertThat(par("ENT-NOUVEAUX", "2025-08-31", Dimension.MOIS)).containsExactly(entry("2025-05", "1"), entry("2025-06", "1"));
    assertThat(par("ENT-NOUVEAUX", "2025-06-30", Dimension.TERRITOIRE)).containsExactly(entry("Sud-Ouest", "1"));
    assertThat(par("ENT-NOUVEAUX", "2025-06-30", Dimension.AGE)).containsExactly(entry("<25", "1"));
    assertThat(valeur("ENT-NOUVEAUX", "2025-08-31")).isEqualTo("0");
  }

  @Test
  void un_fichier_recu_en_retard_compte_au_mois_de_sa_reference_et_a_celui_de_sa_reception() {
    p.foyer("2025-05-10").entree(p.personne("Retard"), "2025-05-31", "2025-08-20");
    assertThat(par("ENT-NOUVEAUX", "2025-08-31", Dimension.MOIS)).containsExactly(entry("2025-05", "1"));
    assertThat(par("ENT-RECUS", "2025-08-31", Dimension.MOIS)).containsExactly(entry("2025-08", "1"));
  }

  @Test
  void deux_personnes_devenues_une_seule_n_entrent_qu_une_fois_dans_le_mois() {
    var ana = p.personne("Ana");
    var anna = p.personne("Anna");
    var foyer = p.foyer("2025-06-10").droit("2", "2025-06-30", null).membre(ana, "DEM", "2025-06-30", null);
    foyer.entree(ana, "2025-06-30", "2025-07-04");
    foyer.entree(anna, "2025-06-30", "2025-07-04");
    chargement.sql("update allocataires.personne set fusionnee_dans = ? where id = ?").params(ana.id(), anna.id()).update();
    assertThat(prenoms("ENT-NOUVEAUX", "2025-06-30")).containsExactly("Ana");
  }

  @Test
  void la_variation_du_mois_dit_qui_est_arrive_qui_est_parti_et_pourquoi() {
    p.foyer("2024-03-10").droit("3", "2024-03-31", "2025-06-30").droit("2", "2025-06-30", null)
        .membre(p.personne("Reprise"), "DEM", "2024-03-31", null);
    p.foyer("2024-03-10").droit("5", "2024-03-31", "2025-06-30").droit("2", "2025-06-30", null)
        .membre(p.personne("Retour"), "DEM", "2024-03-31", null);
    p.seule("Nouvelle", "2025-06-12", 1);
    p.foyer("2024-03-10").droit("2", "2024-03-31", "2025-06-30").droit("4", "2025-06-30", null)
        .membre(p.personne("Suspendue"), "DEM", "2024-03-31", null);
    p.foyer("2024-03-10").droit("2", "2024-03-31", "2025-06-30").droit("ABSENT", "2025-06-30", null)
        .membre(p.personne("Absente"), "DEM", "2024-03-31", null);
    p.foyer("2024-03-10").droit("2", "2024-03-31", "2025-06-30").droit("6", "2025-06-30", null)
        .membre(p.personne("Close"), "DEM", "2024-03-31", null);
    p.foyer("2024-03-10").droit("2", "2024-03-31", null).membre(p.personne("Reste"), "DEM", "2024-03-31", null)
        .membre(p.personne("Partie"), "CJT", "2024-03-31", "2025-06-30");
    // suspended and paid again within the month: nothing changed
    p.foyer("2024-03-10").droit("2", "2024-03-31", "2025-06-03").droit("3", "2025-06-03", "2025-06-20").droit("2", "2025-06-20", null)
        .membre(p.personne("Pareille"), "DEM", "2024-03-31", null);
    assertThat(par("POP-VARIATION", "2025-06-30", Dimension.MOUVEMENT)).containsExactly(entry("ARRIVEE_NOUVELLE", "1"), entry("ARRIVEE_REPRISE", "1"),
        entry("ARRIVEE_RETOUR", "1"), entry("DEPART_SUSPENSION", "1"), entry("DEPART_CLOTURE", "1"), entry("DEPART_ABSENT", "1"),
        entry("DEPART_FOYER", "1"));
    assertThat(valeur("POP-DOV", "2025-05-31")).isEqualTo("6");
    assertThat(valeur("POP-DOV", "2025-06-30")).isEqualTo("5");
  }
}
