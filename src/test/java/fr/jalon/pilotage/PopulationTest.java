package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is counted among the persons with an open and payable right, and where. */
class PopulationTest extends EssaiDIndicateurs {

  @BeforeEach
  void fichiers() {
    p.fichier("2025-01-31").fichier("2025-08-31");
  }

  @Test
  void un_couple_compte_pour_deux_et_ses_enfants_ne_comptent_pas() {
    p.foyer("2024-03-10").droit("2", "2024-03-31", null, "COUPLE_ENFANTS").membre(p.personne("Ana"), "DEM", "2024-03-31", null)
        .membre(p.personne("Bruno"), "CJT", "2024-03-31", null).membre(p.personne("Zoé"), "ENF", "2024-03-31", null);
    assertThat(valeur("POP-DOV", "2025-08-31")).isEqualTo("2");
    assertThat(prenoms("POP-DOV", "2025-08-31")).containsExactly("Ana", "Bruno");
  }

  @Test
  void un_couple_compte_pour_deux_personnes_et_un_foyer() {
    p.foyer("2024-03-10").droit("2", "2024-03-31", null, "COUPLE").membre(p.personne("Ana"), "DEM", "2024-03-31", null)
        .membre(p.personne("Bruno"), "CJT", "2024-03-31", null);
    p.foyer("2024-03-10").droit("2", "2024-03-31", null, "HOMME_SEUL").membre(p.personne("Carlos"), "DEM", "2024-03-31", null);
    assertThat(valeur("POP-FOYERS", "2025-08-31")).isEqualTo("2");
    assertThat(valeur("POP-DOV", "2025-08-31")).isEqualTo("3");
    assertThat(prenoms("POP-FOYERS", "2025-08-31")).containsExactly("Ana", "Carlos");
  }

  @Test
  void seul_l_etat_2_est_un_droit_versable() {
    for (String etat : List.of("0", "1", "2", "3", "4", "5", "6", "ABSENT")) {
      p.foyer("2024-03-10").droit(etat, "2024-03-31", null).membre(p.personne("Etat" + etat), "DEM", "2024-03-31", null);
    }
    assertThat(prenoms("POP-DOV", "2025-08-31")).containsExactly("Etat2");
  }

  @Test
  void une_personne_au_droit_clos_en_mai_compte_en_janvier_et_pas_en_aout() {
    p.foyer("2024-03-10").droit("2", "2024-03-31", "2025-05-31").droit("5", "2025-05-31", null).membre(p.personne("Ana"), "DEM", "2024-03-31", null);
    assertThat(valeur("POP-DOV", "2025-01-31")).isEqualTo("1");
    assertThat(valeur("POP-DOV", "2025-05-30")).isEqualTo("1");
    assertThat(valeur("POP-DOV", "2025-05-31")).isEqualTo("0");
    assertThat(valeur("POP-DOV", "2025-08-31")).isEqualTo("0");
  }

  @Test
  void un_conjoint_parti_en_avril_compte_jusqu_a_son_depart() {
    p.foyer("2024-03-10").droit("2", "2024-03-31", null).membre(p.personne("Ana"), "DEM", "2024-03-31", null)
        .membre(p.personne("Bruno"), "CJT", "2024-03-31", "2025-04-30");
    assertThat(valeur("POP-DOV", "2025-01-31")).isEqualTo("2");
    assertThat(valeur("POP-DOV", "2025-08-31")).isEqualTo("1");
  }

  @Test
  void un_fait_remplace_par_une_meilleure_version_ne_compte_plus() {
    var foyer = p.foyer("2024-03-10").droit("2", "2024-03-31", null).membre(p.personne("Ana"), "DEM", "2024-03-31", null);
    chargement.sql("update allocataires.droit set oublie_le = now() where foyer_id = ?").param(foyer.id).update();
    foyer.droit("5", "2024-03-31", null);
    assertThat(valeur("POP-DOV", "2025-08-31")).isEqualTo("0");
  }

  @Test
  void une_personne_dans_deux_foyers_ouverts_compte_une_fois_dans_celui_ou_elle_est_soumise_aux_droits_et_devoirs() {
    var ana = p.personne("Ana");
    p.foyer("2022-03-10").droit("2", "2022-03-31", null, "COUPLE").membre(ana, "CJT", "2022-03-31", null, true, false).adresse(1, "2022-03-31", null);
    p.foyer("2025-03-10").droit("2", "2025-03-31", null).membre(ana, "DEM", "2025-03-31", null, false, false).adresse(2, "2025-03-31", null);
    assertThat(valeur("POP-DOV", "2025-08-31")).isEqualTo("1");
    assertThat(valeur("POP-SDD", "2025-08-31")).isEqualTo("1");
    assertThat(par("POP-TERRITOIRE", "2025-08-31", Dimension.TERRITOIRE)).containsExactly(entry("Centre", "1"));
  }

  @Test
  void une_personne_fusionnee_dans_une_autre_ne_compte_pas_deux_fois() {
    var ana = p.seule("Ana", "2024-03-10", 1);
    var double_ = p.personne("Anna");
    chargement.sql("update allocataires.personne set fusionnee_dans = ? where id = ?").params(ana.id(), double_.id()).update();
    // her rows already point to the person kept, in another foyer
    p.foyer("2025-01-10").droit("2", "2025-01-31", null).membre(ana, "DEM", "2025-01-31", null);
    assertThat(prenoms("POP-DOV", "2025-08-31")).containsExactly("Ana");
  }

  @Test
  void chacun_compte_dans_le_territoire_de_son_adresse_a_la_date() {
    p.seule("Reste", "2024-03-10", 1);
    p.foyer("2024-03-10").droit("2", "2024-03-31", null).membre(p.personne("Part"), "DEM", "2024-03-31", null)
        .adresse(1, "2024-03-31", "2025-06-15").adresse(3, "2025-06-15", null);
    p.foyer("2024-03-10").droit("2", "2024-03-31", null).membre(p.personne("Ailleurs"), "DEM", "2024-03-31", null);
    assertThat(par("POP-TERRITOIRE", "2025-01-31", Dimension.TERRITOIRE)).containsExactly(entry("Centre", "2"), entry("Hors territoire", "1"));
    assertThat(par("POP-TERRITOIRE", "2025-08-31", Dimension.TERRITOIRE))
        .containsExactly(entry("Centre", "1"), entry("Sud-Est", "1"), entry("Hors territoire", "1"));
  }

  @Test
  void un_territoire_sans_personne_est_montre_a_zero() {
    p.seule("Ana", "2024-03-10", 1);
    assertThat(parSysteme(() -> indicateurs.calculer("POP-TERRITOIRE", java.time.LocalDate.parse("2025-08-31"), Dimension.TERRITOIRE)))
        .extracting(ValeurIndicateur::valeurDimension, v -> v.valeur().toPlainString())
        .containsExactly(tuple("Centre", "1"), tuple("Nord", "0"), tuple("Sud-Est", "0"), tuple("Sud-Ouest", "0"));
  }

  @Test
  void l_age_est_en_annees_revolues_et_change_le_jour_de_l_anniversaire() {
    age("Veille", "2000-09-01");
    age("Jour", "2000-08-31");
    age("Trente", "1995-08-31");
    age("Quarante", "1985-09-01");
    age("Cinquante", "1975-08-31");
    age("CinquanteCinq", "1970-08-31");
    age("Soixante", "1965-08-31");
    age("SoixanteCinq", "1960-08-31");
    age("Inconnu", null);
    assertThat(par("POP-AGE", "2025-08-31", Dimension.AGE)).containsExactly(entry("<25", "1"), entry("25-29", "1"), entry("30-39", "2"),
        entry("50-54", "1"), entry("55-59", "1"), entry("60-64", "1"), entry(">=65", "1"), entry("INCONNU", "1"));
  }

  @Test
  void l_anciennete_compte_le_mois_de_la_demande_pour_un() {
    for (String demande : List.of("2025-08-31", "2025-06-01", "2025-05-31", "2025-03-01", "2025-02-28", "2024-09-01", "2024-08-31", "2023-09-01",
        "2023-08-31", "2022-09-01", "2022-08-31", "2021-09-01", "2021-08-31", "2010-01-01")) {
      p.foyer(demande).droit("2", demande, null).membre(p.personne("D" + demande), "DEM", demande, null);
    }
    assertThat(par("POP-ANCIENNETE", "2025-08-31", Dimension.ANCIENNETE)).containsExactly(entry("1-3", "2"), entry("4-6", "2"), entry("7-12", "2"),
        entry("13-24", "2"), entry("25-36", "2"), entry("37-48", "2"), entry("49+", "2"));
  }

  @Test
  void la_part_des_travailleurs_non_salaries_se_lit_par_territoire() {
    p.seule("Salariée", "2024-03-10", 1);
    p.seule("Autre", "2024-03-10", 1);
    p.foyer("2024-03-10").droit("2", "2024-03-31", null).membre(p.personne("Paysan"), "DEM", "2024-03-31", null, true, true)
        .adresse(1, "2024-03-31", null);
    p.seule("Nordiste", "2024-03-10", 2);
    assertThat(par("POP-TNS", "2025-08-31", Dimension.TERRITOIRE)).containsExactly(entry("Centre", "33.3"));
    assertThat(ensemble("POP-TNS", "2025-08-31"))
        .extracting(v -> v.numerateur().intValue(), v -> v.denominateur().intValue(), v -> v.valeur().toPlainString())
        .containsExactly(1, 4, "25");
  }

  @Test
  void le_parcours_est_celui_du_suivi_en_cours_a_la_date() {
    var ana = p.seule("Ana", "2024-03-10", 1);
    p.suivi(ana, null, "SOCIAL", 1, "2024-05-01", "2025-03-01");
    p.suivi(ana, null, "PROFESSIONNEL", 2, "2025-03-01", null);
    var bruno = p.seule("Bruno", "2024-03-10", 1);
    p.suivi(bruno, null, "SOCIOPROFESSIONNEL", 1, "2025-02-15", null);
    p.seule("Chloé", "2024-03-10", 1);
    assertThat(par("POP-DOV", "2025-01-31", Dimension.PARCOURS)).containsExactly(entry("SOCIAL", "1"), entry("AUCUN", "2"));
    assertThat(par("POP-DOV", "2025-08-31", Dimension.PARCOURS))
        .containsExactly(entry("SOCIOPROFESSIONNEL", "1"), entry("PROFESSIONNEL", "1"), entry("AUCUN", "1"));
    assertThat(par("POP-DOV", "2025-08-31", Dimension.valueOf("ORGANISATION")))
        .containsExactly(entry("Aucune", "1"), entry("Centre médico-social", "1"), entry("France Travail", "1"));
    assertThat(valeur("PARCOURS-PROFESSIONNEL", "2025-08-31")).isEqualTo("33.3");
  }

  @Test
  void avant_le_premier_fichier_le_chiffre_manque_et_ne_vaut_pas_zero() {
    p.seule("Ana", "2024-03-10", 1);
    ValeurIndicateur absent = ensemble("POP-DOV", "2025-01-30");
    assertThat(absent.valeur()).isNull();
    assertThat(absent.manque()).isEqualTo("Aucun fichier de bénéficiaires au 30/01/2025 : le premier est du 31/01/2025.");
  }

  private void age(String prenom, String naissance) {
    p.foyer("2024-03-10").droit("2", "2024-03-31", null).membre(p.personne(prenom, naissance, 1), "DEM", "2024-03-31", null);
  }

  private static org.assertj.core.groups.Tuple tuple(Object... valeurs) {
    return org.assertj.core.api.Assertions.tuple(valeurs);
  }
}
