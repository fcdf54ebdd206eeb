package fr.jalon.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.SuitLaPersonne;
import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Navigateur;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;

/** What happens to a contract once signed: amended, suspended, drawn up again, ended. See {@link EssaiDeContrats}. */
class VieDuContratTest extends EssaiDeContrats {
  @Autowired
  @Qualifier("suitesDesFusionsDesEngagements")
  SuitLaPersonne suites;

  private List<String> passages() {
    return base.sql("select vers || ' ' || le from engagement.passage where objet_id = ? and de is distinct from vers order by id").param(contrat())
        .query(String.class).list();
  }

  private void leSuivi(String etat, String le) {
    base.sql("update orientation.suivi set etat = ?, etat_depuis = ?, fin_le = ?, motif_fin = ? where personne_id = ? and etat <> 'CLOS'")
        .params(etat, LocalDate.parse(le), etat.equals("CLOS") ? LocalDate.parse(le) : null, etat.equals("CLOS") ? "Fin de droit" : null, ana.id())
        .update();
  }

  private void valider(String regle) {
    base.sql("""
        insert into parametres.valeur (cle, depuis, valeur, motif, saisi_par, saisi_le)
        values ('engagement.validation', '2025-01-01', ?, 'essai', 'essai', clock_timestamp())""").param(regle).update();
  }

  @Test
  void un_avenant_laisse_en_vigueur_ce_qui_est_signe_et_rien_de_signe_ne_se_recrit() {
    signer();
    assertThat(nav.suivre(etape(nav, "avenant")).body()).contains("Avenant en préparation").contains("Ce qui est signé reste en vigueur");
    PageRefusee.dit(etape(nav, "cadre", "jusquAu", "2025-12-31"), "CONTRAT_SANS_RAISON", "motif-cadre-" + contrat(), "Dites pourquoi");
    nav.suivre(etape(nav, "cadre", "jusquAu", "2025-12-31", "motif", "Elle a trouvé une formation."));
    assertThat(etat()).isEqualTo("SIGNE");
    nav.suivre(etape(nav, "presentation"));
    signerLaVersion();
    assertThat(base.sql("select numero || ' ' || etat || ' ' || jusqu_au from engagement.version where contrat_id = ? order by numero")
            .param(contrat())
        .query(String.class).list()).containsExactly("1 SIGNEE 2026-04-19", "2 SIGNEE 2025-12-31");
    assertThat(echeances()).containsExactly("CONTRAT_ENGAGEMENT TENUE 2025-11-01", "RENOUVELLEMENT_CONTRAT OUVERTE 2025-12-31");
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> en(noura, () -> agents.sql(
        "update engagement.version set engagements_personne = 'Autre chose' where contrat_id = ?").param(contrat()).update())))
        .as("ce qui est signé ne se réécrit pas").isInstanceOf(DataAccessException.class);
  }

  @Test
  void suspendu_avec_le_suivi_il_revient_comme_il_etait_puis_finit_avec_lui() {
    signer();
    leSuivi("EN_VEILLE", "2025-10-20");
    passerLaNuit();
    passerLaNuit();
    assertThat(etat()).isEqualTo("SUSPENDU");
    assertThat(echeances()).contains("RENOUVELLEMENT_CONTRAT SUSPENDUE 2026-04-19");
    le("2025-12-01");
    leSuivi("EN_COURS", "2025-12-01");
    passerLaNuit();
    assertThat(etat()).isEqualTo("SIGNE");
    leSuivi("CLOS", "2025-12-01");
    passerLaNuit();
    assertThat(passages()).containsExactly("A_ELABORER 2025-10-20", "A_SIGNER 2025-10-20", "SIGNE 2025-10-20", "SUSPENDU 2025-10-20",
            "SIGNE 2025-12-01",
        "CLOS 2025-12-01");
    assertThat(echeances()).contains("RENOUVELLEMENT_CONTRAT CADUQUE 2026-04-19");
  }

  @Test
  void le_mois_s_arrete_quand_le_suivi_dort_et_rend_les_jours_qui_restaient() {
    leSuivi("EN_VEILLE", "2025-10-10");
    passerLaNuit();
    assertThat(echeances()).containsExactly("CONTRAT_ENGAGEMENT SUSPENDUE 2025-11-01");
    le("2025-12-10");
    leSuivi("EN_COURS", "2025-12-10");
    passerLaNuit();
    assertThat(echeances()).containsExactly("CONTRAT_ENGAGEMENT OUVERTE 2026-01-01");
  }

  @Test
  void une_lettre_qui_n_est_pas_partie_ne_fait_courir_aucun_mois_et_un_autre_jour_le_fait_repartir() {
    base.sql("update orientation.suivi set a_poster = true where personne_id = ?").param(ana.id()).update();
    passerLaNuit();
    assertThat(echeances()).containsExactly("CONTRAT_ENGAGEMENT CADUQUE 2025-11-01");
    base.sql("update orientation.suivi set a_poster = false, notifie_le = '2025-10-18' where personne_id = ?").param(ana.id()).update();
    passerLaNuit();
    assertThat(echeances()).containsExactly("CONTRAT_ENGAGEMENT OUVERTE 2025-11-18");
  }

  @Test
  void une_reorientation_en_attente_de_sa_lettre_ne_clot_rien() {
    signer();
    leSuivi("CLOS", "2025-10-20");
    long suivi = suivre(association, LocalDate.of(2025, 10, 20));
    base.sql("update orientation.suivi set a_poster = true where id = ?").param(suivi).update();
    passerLaNuit();
    assertThat(etat()).isEqualTo("SIGNE");
    base.sql("update orientation.suivi set a_poster = false where id = ?").param(suivi).update();
    passerLaNuit();
    assertThat(etat()).isEqualTo("A_ELABORER");
  }

  @Test
  void un_avenant_en_preparation_quand_le_suivi_dort_puis_change_n_arrete_pas_la_nuit_des_autres() {
    signer();
    nav.suivre(etape(nav, "avenant"));
    leSuivi("EN_VEILLE", "2025-10-20");
    passerLaNuit();
    leSuivi("CLOS", "2025-10-20");
    suivre(association, LocalDate.of(2025, 10, 20));
    passerLaNuit();
    assertThat(base.sql("select numero || ' ' || etat from engagement.version where contrat_id = ? order by numero").param(contrat())
        .query(String.class).list()).containsExactly("1 SIGNEE", "2 ABANDONNEE", "3 PREPAREE");
  }

  @Test
  void une_nouvelle_orientation_interrompt_le_mois_et_fait_reprendre_le_contrat() {
    signer();
    le("2025-12-01");
    leSuivi("CLOS", "2025-11-30");
    suivre(association, LocalDate.of(2025, 12, 1));
    passerLaNuit();
    passerLaNuit();
    assertThat(etat()).isEqualTo("A_ELABORER");
    assertThat(base.sql("select numero || ' ' || etat || ' ' || cause from engagement.version where contrat_id = ? order by numero").param(contrat())
        .query(String.class).list()).containsExactly("1 SIGNEE PREMIER", "2 PREPAREE REORIENTATION");
    assertThat(echeances()).contains("CONTRAT_ENGAGEMENT TENUE 2025-11-01", "CONTRAT_ENGAGEMENT OUVERTE 2026-01-01");
    nav.suivre(etape(nav, "presentation"));
    signerLaVersion();
    assertThat(etat()).isEqualTo("SIGNE");
    assertThat(echeances()).contains("CONTRAT_ENGAGEMENT TENUE 2026-01-01");
  }

  @Test
  void il_finit_son_dernier_jour_et_ma_journee_le_rappelle_un_mois_avant() {
    signer();
    le("2026-03-25");
    assertThat(pas()).containsExactly("Renouveler son contrat avant le 19/04/2026");
    le("2026-04-20");
    passerLaNuit();
    assertThat(etat()).isEqualTo("ECHU");
    assertThat(pas()).containsExactly("Son contrat est fini depuis le 19/04/2026");
    assertThat(preparer()).contains("Le contrat est prêt à être relu");
    assertThat(base.sql("select cause from engagement.version where contrat_id = ?").param(contrat()).query(String.class).single())
        .isEqualTo("RENOUVELLEMENT");
    nav.suivre(etape(nav, "presentation"));
    signerLaVersion();
    assertThat(echeances()).as("la suite est signée").contains("RENOUVELLEMENT_CONTRAT TENUE 2026-04-19");
  }

  @Test
  void le_renouvellement_part_de_ce_qui_n_est_pas_atteint() {
    signer();
    long objectif = base.sql("select max(o.id) from engagement.objectif o join engagement.version v on v.id = o.version_id where v.contrat_id = ?")
        .param(contrat()).query(Long.class).single();
    PageRefusee.dit(etape(nav, "objectifs/" + objectif + "/resultat", "resultat", ""), "RESULTAT_DE_L_OBJECTIF", "resultat-resultat-" + objectif,
        "Dites s'il est atteint, en partie, ou non.");
    nav.suivre(etape(nav, "objectifs/" + objectif + "/resultat", "resultat", "ATTEINT"));
    nav.suivre(etape(nav, "renouvellement"));
    assertThat(base.sql("""
        select count(*) from engagement.objectif o join engagement.version v on v.id = o.version_id and v.numero = 2 where v.contrat_id = ?""")
        .param(contrat()).query(Integer.class).single()).as("atteint, il ne continue pas").isZero();
    PageRefusee.dit(etape(nav, "presentation"), "CONTRAT_SANS_OBJECTIF", "Ajoutez au moins un objectif");
    nav.suivre(etape(nav, "abandon"));
    assertThat(etat()).isEqualTo("SIGNE");
  }

  @Test
  void un_refus_est_un_fait_et_elle_peut_revenir_dessus() {
    preparer();
    nav.suivre(etape(nav, "presentation"));
    PageRefusee.dit(etape(nav, "refus", "precisions", "", "le", "2025-10-21"), "CONTRAT_A_VENIR", "le-refus-" + contrat(), "pas encore arrivé");
    nav.suivre(etape(nav, "refus", "precisions", "Je ne veux pas de stage."));
    assertThat(etat()).isEqualTo("REFUSE");
    assertThat(pas()).containsExactly("Reparler du contrat avec elle");
    assertThat(base.sql("select raison from engagement.refus where personne_id = ?")
            .param(ana.id()).query(String.class).single()).isEqualTo("SIGNER");
    nav.suivre(etape(nav, "refus/retrait", "motif", "Le stage est retiré."));
    assertThat(etat()).isEqualTo("A_SIGNER");
  }

  @Test
  void une_signature_notee_par_erreur_se_reprend_et_le_mois_court_encore() {
    signer();
    nav.suivre(etape(nav, "annulation", "motif", "Ce n'était pas le bon document."));
    assertThat(etat()).isEqualTo("A_SIGNER");
    assertThat(echeances()).as("le mois court encore").containsExactly("CONTRAT_ENGAGEMENT OUVERTE 2025-11-01",
            "RENOUVELLEMENT_CONTRAT CADUQUE 2026-04-19");
    signerLaVersion();
    assertThat(etat()).isEqualTo("SIGNE");
    nav.suivre(etape(nav, "erreur", "motif", "C'était une autre personne."));
    assertThat(etat()).isEqualTo("ECARTE");
    assertThat(echeances()).as("écarté, il ne tient plus le mois").contains("CONTRAT_ENGAGEMENT OUVERTE 2025-11-01");
  }

  @Test
  void une_signature_ne_se_reprend_pas_pendant_qu_un_avenant_se_prepare_et_la_validation_est_d_un_responsable() {
    signer();
    String contrat = page() + "/" + contrat();
    nav.suivre(etape(nav, "avenant"));
    PageRefusee.dit(nav.poster(contrat + "/annulation", Map.of("motif", "Erreur.")), "CONTRAT_EN_PREPARATION",
            "Une autre version est en préparation");
    PageRefusee.dit(nav.poster(contrat + "/validation/accord", Map.of()), "CONTRAT_VALIDATION_D_UN_AUTRE",
            "La validation est donnée par un responsable");
    String refus = "le-refus-" + contrat();
    PageRefusee.dit(etape(nav, "refus", "le", "", "precisions", "Non."), "JOUR_DU_CONTRAT", refus, "Indiquez le jour.");
    PageRefusee.dit(etape(nav, "refus", "le", "2025-09-01", "precisions", "Non."), "CONTRAT_AVANT_L_ETAPE", refus,
        "Ce jour est avant ce qui l'a précédé dans ce contrat");
  }

  @Test
  void partie_du_perimetre_pendant_la_saisie_rien_n_est_ecrit() {
    preparer();
    base.sql("update allocataires.personne set territoire_id = 3, organisation_ids = '{}' where id = ?").param(ana.id()).update();
    PageRefusee.dit(nav.poster(page() + "/ouverture", Map.of()), "CONTRAT_D_UNE_PARTIE",
            "Cette personne n'est plus dans ce que vous pouvez consulter");
  }

  @Test
  void deux_fiches_qui_ont_chacune_un_contrat_ouvert_ne_se_reunissent_pas() {
    assertThat(suites.tables()).filteredOn(t -> t.nom().equals("engagement.contrat"))
            .singleElement().satisfies(t -> assertThat(t.seules()).singleElement()
        .satisfies(s -> PageRefusee.connue(s.refus().get().code(), "Ces deux fiches ont chacune un contrat d'engagement ouvert.")));
    PageRefusee.connue("DEUX_CONTRATS", "Ces deux fiches ont chacune un contrat d'engagement ouvert.");
  }

  @Test
  void clos_puis_rouvert_il_est_la_ou_il_en_etait() {
    signer();
    nav.suivre(etape(nav, "cloture", "motif", "Tout est atteint."));
    assertThat(etat()).isEqualTo("CLOS");
    nav.suivre(etape(nav, "reouverture", "motif", "Mauvaise personne."));
    assertThat(etat()).isEqualTo("SIGNE");
  }

  @Test
  void quand_le_departement_veut_une_validation_le_responsable_la_donne_ou_renvoie() {
    valider("TOUS");
    try {
      preparer();
      PageRefusee.dit(nav.poster(page() + "/" + contrat() + "/presentation", Map.of()), "CONTRAT_A_VALIDER", "demandez-la d'abord");
      nav.suivre(etape(nav, "validation"));
      Agent sophie = comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(CENTRE), List.of());
      Navigateur responsable = connecter(sophie);
      responsable.suivre(etape(responsable, "validation/renvoi", "motif", "Trop d'heures pour commencer."));
      assertThat(nav.ouvrir(page()).body()).contains("Trop d'heures pour commencer.");
      nav.suivre(etape(nav, "validation"));
      responsable.suivre(etape(responsable, "validation/accord"));
      nav.suivre(etape(nav, "presentation"));
      assertThat(etat()).isEqualTo("A_SIGNER");
    } finally {
      valider("AUCUNE");
    }
  }
}
