package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who follows, how soon a follow-up begins, how long a pathway lasts. */
class AccompagnementMesureTest extends EssaiDIndicateurs {
  private static final String RDV = "ACC-PREMIER-RDV-15J";
  private static final Dimension QUI = Dimension.valueOf("TYPE_STRUCTURE");

  @BeforeEach
  void un_fichier() {
    p.fichier("2024-01-31");
    p.fichier("2025-01-31");
    chargement.sql("insert into structures.organisation (code, nom, nature) values ('ASSO', 'Une association', 'EXTERNE')").update();
  }

  @Test
  void qui_suit_se_lit_a_la_date_et_personne_est_une_reponse() {
    suivie("Ana", 1, "SOCIAL", "2025-02-01", null);
    suivie("Bea", 2, "PROFESSIONNEL", "2025-02-01", null);
    Peuplement.Personne cora = suivie("Cora", 2, "PROFESSIONNEL", "2025-02-01", "2025-05-01");
    p.suivi(cora, null, "SOCIAL", 3, "2025-06-01", null);
    p.seule("Dina, pas encore orientée", "2024-01-01", 1);
    Peuplement.Personne eva = p.personne("Eva, non soumise");
    p.foyer("2024-01-01").droit("2", "2024-01-01", null).membre(eva, "DEM", "2024-01-01", null, false, false);
    assertThat(par("ACC-QUI-SUIT", "2025-03-31", QUI)).isEqualTo(Map.of("DEPARTEMENT", "1", "FRANCE_TRAVAIL", "2", "PERSONNE", "1"));
    assertThat(par("ACC-QUI-SUIT", "2025-05-31", QUI)).as("entre deux suivis")
        .isEqualTo(Map.of("DEPARTEMENT", "1", "FRANCE_TRAVAIL", "1", "PERSONNE", "2"));
    assertThat(par("ACC-QUI-SUIT", "2025-06-30", QUI))
        .isEqualTo(Map.of("DEPARTEMENT", "1", "FRANCE_TRAVAIL", "1", "EXTERNE", "1", "PERSONNE", "1"));
    assertThat(QUI.libelleValeur("PERSONNE")).isEqualTo("Personne ne la suit");
  }

  @Test
  void notifiee_le_1er_rencontree_le_16_est_dans_les_quinze_jours_le_17_non_et_un_appel_n_est_pas_une_rencontre() {
    p.entretien(suivie("Ana", 1, "SOCIAL", "2025-03-01", null), "PRESENTE", "2025-03-16");
    Peuplement.Personne bea = suivie("Bea", 1, "SOCIAL", "2025-03-01", null);
    p.contact(bea, "TELEPHONE", "PRESENTE", "2025-03-04");
    p.contact(bea, "BUREAU", "ABSENTE", "2025-03-10");
    p.contact(bea, "BUREAU", "PRESENTE", "2025-03-17");
    assertThat(valeur(RDV, "2025-03-16")).as("le délai court encore").isNull();
    assertThat(ensemble(RDV, "2025-03-16").enCours()).isEqualTo(2);
    assertThat(valeur(RDV, "2025-03-17")).isEqualTo("50");
    assertThat(prenoms(RDV, "2025-03-17")).containsExactly("Ana", "Bea");
    assertThat(valeur(RDV, "2026-03-01")).as("douze mois plus tard, ces suivis sont sortis").isNull();
  }

  @Test
  void une_rencontre_d_avant_le_suivi_n_est_pas_la_premiere_et_le_nouveau_suivi_recommence() {
    Peuplement.Personne ana = suivie("Ana", 1, "SOCIAL", "2025-03-01", "2025-04-10");
    p.entretien(ana, "PRESENTE", "2025-02-27");
    p.entretien(ana, "PRESENTE", "2025-04-02");
    p.suivi(ana, null, "PROFESSIONNEL", 2, "2025-04-10", null);
    p.contact(ana, "DOMICILE", "PRESENTE", "2025-04-20");
    assertThat(valeur(RDV, "2025-04-09")).isEqualTo("0");
    assertThat(par(RDV, "2025-05-31", Dimension.valueOf("ORGANISATION"))).isEqualTo(Map.of("France Travail", "100"));
    assertThat(valeur(RDV, "2025-05-31")).isEqualTo("50");
  }

  @Test
  void un_suivi_fini_endormi_ou_repris_apres_son_delai_n_est_pas_compte() {
    suivie("Ana, toujours suivie", 1, "SOCIAL", "2025-03-01", null);
    suivie("Bea, sortie le 10", 1, "SOCIAL", "2025-03-01", "2025-03-10");
    Peuplement.Personne cora = suivie("Cora, en veille le 10", 1, "SOCIAL", "2025-03-01", null);
    chargement.sql("""
        insert into orientation.passage (objet, objet_id, personne_id, de, vers, le, fait_le, par)
        select 'SUIVI', id, personne_id, 'EN_COURS', 'EN_VEILLE', '2025-03-10', now(), 'essai' from orientation.suivi where personne_id = ?""").param(cora.id()).update();
    Peuplement.Personne dina = suivie("Dina, reprise en juin", 1, "SOCIAL", "2025-03-01", null);
    chargement.sql("update orientation.suivi set saisi_le = '2025-06-02' where personne_id = ?").param(dina.id()).update();
    p.entretien(suivie("Eva, sortie le 10, vue le 9", 1, "SOCIAL", "2025-03-01", "2025-03-10"), "PRESENTE", "2025-03-09");
    assertThat(prenoms(RDV, "2025-06-30")).containsExactly("Eva, sortie le 10, vue le 9", "Ana, toujours suivie");
    assertThat(valeur(RDV, "2025-06-30")).isEqualTo("50");
  }

  @Test
  void l_accompagnement_commence_dans_le_delai_est_celui_du_registre_et_d_aucun_autre_delai() {
    Peuplement.Personne ana = p.personne("Ana");
    long entree = p.foyer("2025-01-01").entree(ana, "2025-02-28", "2025-03-01");
    assertThat(valeur("ACC-DEMARRE-CIBLE", "2025-06-30")).as("le Département n'a pas fixé de délai").isNull();
    chargement.sql("""
        insert into echeances.echeance (nature, personne_id, objet_id, depart, limite_legale, cible, cible_cle, etat, etat_depuis)
        values ('ACCOMPAGNEMENT', ?, ?, '2025-03-01', '2025-05-01', '2025-05-01', 'accompagnement.delai_cible', 'OUVERTE', '2025-03-01')""")
        .params(ana.id(), entree).update();
    assertThat(ensemble("ACC-DEMARRE-CIBLE", "2025-05-01").enCours()).as("le délai court encore").isEqualTo(1);
    assertThat(valeur("ACC-DEMARRE-CIBLE", "2025-05-02")).isEqualTo("0");
    chargement.sql("update echeances.echeance set etat = 'TENUE', etat_depuis = '2025-05-01' where nature = 'ACCOMPAGNEMENT'").update();
    assertThat(valeur("ACC-DEMARRE-CIBLE", "2025-05-02")).isEqualTo("100");
    assertThat(valeur("ORI-TAUX-CIBLE", "2025-05-02")).isNull();
    chargement.sql("update echeances.echeance set cible_cle = 'orientation.delai_cible' where nature = 'ACCOMPAGNEMENT'").update();
    assertThat(valeur("ACC-DEMARRE-CIBLE", "2025-05-02")).isNull();
  }

  @Test
  void un_parcours_dure_de_sa_notification_a_sa_fin_sans_compter_les_changements_d_organisation() {
    Peuplement.Personne ana = suivie("Ana", 1, "SOCIAL", "2024-01-01", "2024-07-01");
    p.suivi(ana, null, "SOCIAL", 3, "2024-07-01", "2025-01-01");
    p.suivi(ana, null, "PROFESSIONNEL", 2, "2025-01-01", null);
    suivie("Bea, par erreur", 2, "SOCIAL", "2025-02-01", "2025-02-01");
    assertThat(valeur("ACC-DUREE", "2024-12-31")).as("le premier suivi a fini, pas le parcours").isNull();
    assertThat(par("ACC-DUREE-EN-COURS", "2024-12-31", Dimension.PARCOURS)).isEqualTo(Map.of("SOCIAL", "12"));
    assertThat(par("ACC-DUREE", "2025-06-30", Dimension.PARCOURS)).isEqualTo(Map.of("SOCIAL", "12"));
    assertThat(par("ACC-DUREE", "2025-06-30", Dimension.MOIS)).isEqualTo(Map.of("2025-01", "12"));
    assertThat(par("ACC-DUREE", "2025-06-30", Dimension.valueOf("ORGANISATION"))).isEqualTo(Map.of("Une association", "12"));
    assertThat(par("ACC-DUREE-EN-COURS", "2025-07-01", Dimension.PARCOURS)).isEqualTo(Map.of("PROFESSIONNEL", "5.9"));
    assertThat(valeur("ACC-DUREE", "2026-01-01")).as("douze mois plus tard, il est sorti").isNull();
  }

  @Test
  void un_parcours_repris_apres_une_coupure_est_un_autre_parcours_et_la_mediane_est_celle_de_tous() {
    Peuplement.Personne ana = suivie("Ana", 1, "SOCIAL", "2024-09-01", "2024-10-01");
    p.suivi(ana, null, "SOCIAL", 1, "2024-11-01", "2025-01-31");
    suivie("Bea", 1, "SOCIAL", "2023-02-01", "2025-02-01");
    assertThat(valeur("ACC-DUREE", "2025-03-31")).as("1, 3 et 24 mois").isEqualTo("3");
    assertThat(prenoms("ACC-DUREE", "2025-03-31")).containsExactlyInAnyOrder("Ana", "Ana", "Bea");
  }

  private Peuplement.Personne suivie(String prenom, int organisation, String parcours, String notifieLe, String fin) {
    Peuplement.Personne personne = p.seule(prenom, "2024-01-01", 1);
    p.suivi(personne, null, parcours, organisation, notifieLe, fin);
    return personne;
  }
}
