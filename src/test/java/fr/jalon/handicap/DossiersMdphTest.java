package fr.jalon.handicap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.allocataires.PasDuDossier.Rang;
import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.FormulaireLu;
import fr.jalon.habilitations.Navigateur;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** A disability file, from the word said to the person to the day it is filed. See {@link EssaiDeHandicap}. */
class DossiersMdphTest extends EssaiDeHandicap {
  @Test
  void propose_accepte_constitue_depose_complet_le_dossier_avance_et_se_lit() {
    Navigateur nav = connecter(noura);
    assertThat(nav.ouvrir("/dossier/" + ana.id() + "/parcours").body()).contains("Aucun dossier ni droit MDPH").contains("Proposer un dossier MDPH");
    String suite = nav.suivre(ouvrir(nav, "PROPOSE", "2025-09-20", "RQTH", "AAH")).body();
    assertThat(suite).contains("Le dossier est ouvert").contains("Dossier commencé le 20 septembre 2025").contains("Proposé");
    nav.suivre(etape(nav, "accord", "le", "2025-10-01"));
    assertThat(nav.suivre(etape(nav, "depot", "le", "2025-10-06", "maison", "07", "reference", "A-1234")).body())
        .contains("le délai de la MDPH court").contains("MDPH ou MDA du 07, n° A-1234").contains("6 février 2026");
    assertThat(echeances()).containsExactly("DECISION_MDPH OUVERTE 2026-02-06");
    nav.suivre(etape(nav, "complet", "le", "2025-10-15"));
    assertThat(echeances()).as("le délai court du dossier complet").containsExactly("DECISION_MDPH OUVERTE 2026-02-15");
    assertThat(etats()).containsExactly("COMPLET");
    assertThat(base.sql("select vers || ' ' || le from handicap.passage where objet_id = ? order by id").param(dossier()).query(String.class).list())
        .containsExactly("PROPOSE 2025-09-20", "A_CONSTITUER 2025-10-01", "DEPOSE 2025-10-06", "COMPLET 2025-10-15");
    assertThat(nav.ouvrir("/dossier/" + ana.id() + "/parcours").body()).contains("réponse attendue avant le 15 février 2026")
        .contains("Dossier MDPH : déposé");
    assertThat(nav.ouvrir("/dossier/" + ana.id() + "/parcours?au=2025-10-07").body()).as("tel qu'il était").contains("Déposé")
        .doesNotContain("Dossier MDPH : complet");
  }

  @Test
  void elle_n_en_veut_pas_c_est_son_choix_sans_raison_et_sans_suite() {
    Navigateur nav = connecter(noura);
    ouvrir(nav, "PROPOSE", "2025-10-01", "RQTH");
    String suite = nav.suivre(etape(nav, "refus", "le", "2025-10-20")).body();
    assertThat(suite).contains("il ne change rien à son accompagnement").contains("La personne n'en veut pas").doesNotContain("motif-refus");
    assertThat(pas(noura)).isEmpty();
    assertThat(echeances()).isEmpty();
    nav.suivre(etape(nav, "reprise"));
    assertThat(etats()).as("elle change d'avis quand elle veut").containsExactly("A_CONSTITUER");
  }

  @Test
  void un_seul_dossier_ouvert_a_la_fois_un_double_clic_n_en_fait_qu_un() {
    Navigateur nav = connecter(noura);
    FormulaireLu f = FormulaireLu.de(nav.ouvrir(page()).body(), page() + "/ouverture", "").avec("ou", "PROPOSE").avec("droits", "RQTH");
    nav.suivre(nav.poster(f.action(), f.champs()));
    nav.suivre(nav.poster(f.action(), f.champs()));
    assertThat(etats()).containsExactly("PROPOSE");
    Map<String, String> autre = Map.of("ou", "PROPOSE", "le", "2025-10-20", "droits", "AAH", "aide", "PROCHE", "maison", "07");
    PageRefusee.dit(nav.poster(f.action(), autre), "DOSSIER_MDPH_OUVERT", "Un dossier est déjà ouvert pour cette personne");
    String accord = page() + "/" + dossier() + "/accord";
    nav.suivre(nav.poster(accord, Map.of("le", "2025-10-20")));
    assertThat(nav.suivre(nav.poster(accord, Map.of("le", "2025-10-20"))).body()).as("cliqué deux fois").contains("à constituer avec elle");
    PageRefusee.dit(nav.poster(page() + "/" + dossier() + "/complet", Map.of("le", "2025-10-20")), "DOSSIER_MDPH_A_CHANGE",
        "Ce dossier n'en est plus là");
    assertThat(base.sql("select count(*) from handicap.passage where objet_id = ?").param(dossier()).query(Integer.class).single()).isEqualTo(2);
  }

  @Test
  void ce_qui_est_mal_saisi_se_dit_a_cote_de_chaque_champ_et_reste() {
    Navigateur nav = connecter(noura);
    HttpResponse<String> rien = nav.poster(page() + "/ouverture", Map.of("ou", "", "le", "hier", "aide", ""));
    PageRefusee.dit(rien, "OU_EN_EST_LE_DOSSIER", "ou-ouverture", "Choisissez où en est ce dossier.");
    PageRefusee.dit(rien, "JOUR_DU_DOSSIER", "le-ouverture", "Indiquez le jour.");
    PageRefusee.dit(rien, "AUCUN_DROIT_DEMANDE", "droits-ouverture", "Cochez au moins un droit demandé");
    PageRefusee.dit(rien, "QUI_AIDE", "aide-ouverture", "Dites qui l'aide");
    PageRefusee.dit(ouvrir(nav, "PROPOSE", "1950-01-01", "RQTH"), "AVANT_LES_MDPH", "le-ouverture", "Les MDPH n'existaient pas encore");
    PageRefusee.dit(ouvrir(nav, "PROPOSE", "2025-10-21", "RQTH"), "DOSSIER_A_VENIR", "le-ouverture", "Ce jour n'est pas encore arrivé");
    HttpResponse<String> depose = nav.poster(page() + "/ouverture", Map.of("ou", "DEPOSE", "le", "2025-09-01", "droits", "RQTH", "aide", "PROCHE",
        "maison", "Ardèche", "reference", "x".repeat(41)));
    PageRefusee.dit(depose, "MAISON_ILLISIBLE", "maison-ouverture", "Écrivez le numéro du Département");
    PageRefusee.dit(depose, "REFERENCE_LONGUE", "reference-ouverture", "caractères au plus.");
    assertThat(etats()).isEmpty();
    ouvrir(nav, "A_CONSTITUER", "2025-09-10", "RQTH");
    PageRefusee.dit(etape(nav, "depot", "le", "2025-09-09"), "AVANT_L_ETAPE", "le-depot-" + dossier(), "Ce jour est avant l'étape d'avant");
    HttpResponse<String> nir = etape(nav, "depot", "reference", "2 79 04 07 186 001 82");
    PageRefusee.dit(nir, "REFERENCE_EST_UN_NIR", "reference-depot-" + dossier(), "Cela ressemble à un numéro de sécurité sociale");
    PageRefusee.dit(etape(nav, "abandon", "motif", " "), "DOSSIER_MDPH_SANS_RAISON", "motif-abandon-" + dossier(), "Dites pourquoi");
    assertThat(etats()).containsExactly("A_CONSTITUER");
  }

  @Test
  void les_papiers_se_notent_avec_la_seule_date_du_certificat_et_deux_agents_ne_s_effacent_pas() {
    Navigateur nav = connecter(noura);
    ouvrir(nav, "A_CONSTITUER", "2025-09-10", "RQTH", "AAH");
    Navigateur autre = connecter(comptoir.agent("REFERENT", List.of(CENTRE), List.of()));
    FormulaireLu sien = constitution(autre);
    assertThat(nav.suivre(etape(nav, "constitution", "certificatLe", "2024-09-01", "formulaireLe", "2025-10-01")).body())
        .contains("trop ancien depuis le 2 septembre 2025").contains("prêt depuis le 1er octobre 2025");
    HttpResponse<String> refus = autre.poster(sien.action(), sien.avec("formulaireLe", "2025-10-05").champs());
    assertThat(refus.statusCode()).isEqualTo(409);
    assertThat(refus.body()).contains("Quelqu'un a changé ce dossier");
    PageRefusee.dit(etape(nav, "constitution", "certificatLe", "2025-10-21"), "PIECE_A_VENIR", "certificatLe-constitution-" + dossier(),
        "laissez vide tant que ce papier n'est pas prêt");
    PageRefusee.dit(etape(nav, "constitution", "certificatLe", "2025-99-99"), "DATE_ILLISIBLE", "certificatLe-constitution-" + dossier(),
        "Cette date ne peut pas être lue.");
    nav.suivre(etape(nav, "constitution", "certificatLe", "2025-10-10", "identiteLe", "2025-10-11", "domicileLe", "2025-10-11"));
    assertThat(nav.ouvrir(page()).body()).contains("du 10 octobre 2025, à déposer avant le 10 octobre 2026");
  }

  private FormulaireLu constitution(Navigateur nav) {
    return FormulaireLu.de(nav.ouvrir(page()).body(), page() + "/" + dossier() + "/constitution", "");
  }

  @Test
  void les_papiers_qui_manquent_se_demandent_une_fois_sans_dire_pour_quoi() {
    Navigateur nav = connecter(noura);
    ouvrir(nav, "A_CONSTITUER", "2025-09-10", "RQTH");
    base.sql("""
        with p as (insert into papiers.papier (personne_id, genre, etat, etat_depuis, vu_le, vu_par, valable_jusqu_au, cle)
          values (?, 'IDENTITE', 'VU', now(), '2025-09-01', 'essai', '2031-01-01', gen_random_uuid()) returning id, personne_id)
        insert into papiers.passage (objet_id, personne_id, vers, fait_le, par) select id, personne_id, 'VU', now(), 'essai' from p""").param(ana.id()).update();
    PageRefusee.dit(etape(nav, "papiers", "pourLe", ""), "JOUR_DES_PAPIERS", "pourLe-papiers-" + dossier(), "Indiquez le jour où vous les attendez.");
    PageRefusee.dit(etape(nav, "papiers", "pourLe", "2025-10-19"), "PAPIERS_ATTENDUS_HIER", "pourLe-papiers-" + dossier(), "Ce jour est passé");
    assertThat(nav.ouvrir(page()).body()).contains("déjà vue le 1er septembre 2025");
    String action = page() + "/" + dossier() + "/papiers";
    assertThat(nav.suivre(nav.poster(action, Map.of("pourLe", "2025-11-10"))).body()).contains("1\u00a0papier est demandé");
    assertThat(nav.suivre(nav.poster(action, Map.of("pourLe", "2025-11-10"))).body()).contains("Rien à demander");
    assertThat(base.sql("select genre || ':' || raison from papiers.papier where personne_id = ? and etat = 'ATTENDU'").param(ana.id())
        .query(String.class).list()).containsExactly("ADRESSE:");
  }

  @Test
  void chaque_etape_a_son_pas_et_aucun_genre_ne_dit_le_handicap() {
    Navigateur nav = connecter(noura);
    ouvrir(nav, "PROPOSE", "2025-10-01", "RQTH");
    assertThat(pas(noura)).singleElement().satisfies(p -> {
      assertThat(p.genre()).isEqualTo("DEMARCHE_PROPOSEE");
      assertThat(p.limite()).isEqualTo(LocalDate.of(2025, 10, 31));
      assertThat(p.rang()).isEqualTo(Rang.HABITUDE);
      assertThat(p.adresse()).isEqualTo(page());
    });
    etape(nav, "accord", "le", "2025-10-02");
    etape(nav, "constitution", "certificatLe", "2024-11-10");
    assertThat(pas(noura)).extracting(p -> p.genre()).containsExactly("DEMARCHE_CERTIFICAT", "DEMARCHE_A_DEPOSER");
    assertThat(pas(noura)).extracting(p -> p.limite()).containsExactly(LocalDate.of(2025, 11, 10), LocalDate.of(2025, 12, 1));
    etape(nav, "depot", "le", "2025-10-10");
    assertThat(pas(noura)).singleElement().satisfies(p -> assertThat(p.prevu()).as("rien à faire avant la réponse").isTrue());
    horloge.regler(LocalDate.of(2026, 2, 11).atTime(9, 0));
    assertThat(pas(noura)).singleElement().satisfies(p -> {
      assertThat(p.prevu()).isFalse();
      assertThat(p.rang()).isEqualTo(Rang.LOI);
      assertThat(p.quoi()).isEqualTo("La MDPH n'a pas répondu avant le 10 février 2026");
    });
    assertThat(pas(association)).isEmpty();
  }

  @Test
  void une_etape_notee_par_erreur_se_defait_avec_sa_raison_et_un_dossier_par_erreur_s_ecarte() {
    Navigateur nav = connecter(noura);
    deposer(nav, "RQTH");
    PageRefusee.dit(etape(nav, "retour", "motif", ""), "DOSSIER_MDPH_SANS_RAISON", "motif-retour-" + dossier(), "Dites pourquoi");
    assertThat(nav.suivre(etape(nav, "retour", "motif", "Ce n'était pas ce dossier")).body()).contains("La dernière étape est défaite")
        .contains("Retour en arrière. Ce n'était pas ce dossier");
    assertThat(etats()).containsExactly("A_CONSTITUER");
    assertThat(echeances()).containsExactly("DECISION_MDPH CADUQUE 2026-01-10");
    assertThat(base.sql("select depose_le is null and maison is null from handicap.dossier where id = ?")
            .param(dossier()).query(Boolean.class).single()).isTrue();
    PageRefusee.dit(etape(nav, "retour", "motif", "Encore"), "RIEN_A_DEFAIRE", "Ce dossier n'a pas d'étape à défaire");
    PageRefusee.dit(nav.poster(page() + "/" + dossier() + "/retour", Map.of("etat", "DEPOSE", "motif", "Vieille page")), "DOSSIER_MDPH_A_CHANGE",
        "Ce dossier n'en est plus là");
    assertThat(nav.suivre(etape(nav, "depot", "le", "2025-09-05")).body()).as("le vrai jour, avant le faux").contains("5 janvier 2026");
    assertThat(etats()).containsExactly("DEPOSE");
    assertThat(nav.ouvrir("/dossier/" + ana.id() + "/parcours").body()).contains("réponse attendue avant le 5 janvier 2026");
    nav.suivre(etape(nav, "erreur", "motif", "Une autre Ana"));
    assertThat(etats()).containsExactly("ECARTE");
    assertThat(pas(noura)).isEmpty();
    assertThat(nav.ouvrir("/dossier/" + ana.id() + "/parcours").body()).contains("Aucun dossier ni droit MDPH");
  }

  @Test
  void un_dossier_depose_un_jour_que_personne_ne_sait_attend_sans_delai() {
    Navigateur nav = connecter(noura);
    assertThat(nav.suivre(ouvrir(nav, "DEPOSE", "", "RQTH")).body()).contains("Le jour n'est pas connu");
    assertThat(echeances()).isEmpty();
    assertThat(pas(noura)).singleElement().satisfies(p -> assertThat(p.quoi()).isEqualTo("Demander où en est le dossier MDPH"));
  }

  @Test
  void arrete_il_ne_court_plus_et_se_reprend() {
    Navigateur nav = connecter(noura);
    deposer(nav, "PCH");
    nav.suivre(etape(nav, "abandon", "le", "2025-10-15", "motif", "Elle préfère attendre"));
    assertThat(echeances()).containsExactly("DECISION_MDPH CADUQUE 2026-01-10");
    assertThat(pas(noura)).isEmpty();
    nav.suivre(etape(nav, "reprise", "le", "2025-10-20"));
    assertThat(etats()).containsExactly("A_CONSTITUER");
  }

  @Test
  void une_partenaire_ne_voit_ni_la_page_ni_le_panneau_ni_une_ligne_ni_une_echeance() {
    Navigateur nav = connecter(noura);
    deposer(nav, "AAH");
    Navigateur elle = connecter(association);
    assertThat(elle.ouvrir(page()).statusCode()).isEqualTo(403);
    assertThat(elle.ouvrir("/dossiers-mdph").statusCode()).isEqualTo(403);
    assertThat(elle.ouvrir("/dossier/" + ana.id()).body()).contains(nom).doesNotContain("MDPH").doesNotContain("AAH");
    assertThat(elle.ouvrir("/dossier/" + ana.id() + "/parcours").body()).doesNotContain("MDPH");
    for (String table : List.of("handicap.dossier", "handicap.passage", "handicap.reponse")) {
      assertThat(en(association, () -> agents.sql("select count(*) from " + table).query(Integer.class).single())).as(table).isZero();
    }
    String echeances = "select count(*) from echeances.echeance where personne_id = " + ana.id() + " and nature like '%_MDPH'";
    assertThat(en(association, () -> agents.sql(echeances).query(Integer.class).single())).isZero();
    assertThat(en(noura, () -> agents.sql(echeances).query(Integer.class).single())).isOne();
    assertThatThrownBy(() -> en(association, () -> agents.sql("""
        insert into echeances.echeance (nature, personne_id, objet_id, depart, limite_legale, etat, etat_depuis)
        values ('DECISION_MDPH', ?, 999999, '2025-10-20', '2025-10-20', 'OUVERTE', '2025-10-20')""").param(ana.id()).update()))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void partie_de_son_territoire_pendant_la_saisie_rien_n_est_note() {
    Navigateur nav = connecter(noura);
    deposer(nav, "RQTH");
    String action = page() + "/" + dossier() + "/complet";
    nav.ouvrir(page());
    base.sql("update allocataires.personne set territoire_id = 2, organisation_ids = '{}' where id = ?").param(ana.id()).update();
    base.sql("select allocataires.diffuser_perimetre(array[?::bigint], '{}')").param(ana.id()).query((_, _) -> 0).list();
    PageRefusee.dit(nav.poster(action, Map.of("le", "2025-10-20")), "DOSSIER_MDPH_INCONNU", "n'est plus dans ce que vous pouvez consulter");
    PageRefusee.dit(nav.poster(page() + "/ouverture", Map.of("ou", "PROPOSE", "le", "2025-10-20", "droits", "RQTH", "aide", "PROCHE")),
        "DOSSIER_MDPH_D_UNE_PARTIE", "Cette personne n'est plus dans ce que vous pouvez consulter");
    assertThat(etats()).containsExactly("DEPOSE");
  }

  @Test
  void la_feuille_a_lui_remettre_dit_ce_qui_manque_et_n_est_pas_un_courrier() {
    Navigateur nav = connecter(noura);
    ouvrir(nav, "A_CONSTITUER", "2025-09-10", "RQTH");
    HttpResponse<String> feuille = nav.ouvrir(page() + "/" + dossier() + "/feuille");
    assertThat(feuille.statusCode()).isEqualTo(200);
    assertThat(feuille.headers().firstValue("content-type")).hasValue("application/pdf");
    assertThat(base.sql("select count(*) from courriers.message where personne_id = ?").param(ana.id()).query(Integer.class).single()).isZero();
    etape(nav, "constitution", "formulaireLe", "2025-09-20", "certificatLe", "2025-09-20", "identiteLe", "2025-09-20", "domicileLe", "2025-09-20");
    assertThat(nav.ouvrir(page() + "/" + dossier() + "/feuille").statusCode()).as("tout est prêt").isEqualTo(200);
    etape(nav, "depot", "le", "2025-10-01");
    assertThat(nav.ouvrir(page() + "/" + dossier() + "/feuille").statusCode()).as("déposé, il ne manque plus rien").isEqualTo(404);
  }

  @Test
  void la_liste_range_par_etape_filtre_le_retard_et_sort_en_tableur() {
    Navigateur nav = connecter(noura);
    ouvrir(nav, "A_CONSTITUER", "2025-07-01", "RQTH", "CMI");
    String liste = nav.ouvrir("/dossiers-mdph?file=a-constituer&nom=" + nom).body();
    assertThat(liste).contains(nom).contains("RQTH, CMI").contains("30/08/2025");
    assertThat(nav.ouvrir("/dossiers-mdph?file=a-constituer&delai=en-retard&nom=" + nom).body()).contains("RQTH, CMI");
    assertThat(nav.ouvrir("/dossiers-mdph?file=attendus&nom=" + nom).body()).contains("ne répond à ces filtres");
    assertThat(nav.ouvrir("/dossiers-mdph?file=a-constituer&suivies=sans-referent&nom=" + nom).body()).contains("RQTH, CMI");
    assertThat(nav.ouvrir("/dossiers-mdph?file=a-constituer&suivies=miennes&nom=" + nom).body()).contains("ne répond à ces filtres");
    assertThat(nav.ouvrir("/dossiers-mdph?file=a-constituer&referent=999999&nom=" + nom).body()).contains("ne répond à ces filtres");
    assertThat(nav.ouvrir("/dossiers-mdph?file=a-constituer&delai=bientot&nom=" + nom).body()).contains("ne répond à ces filtres");
    etape(nav, "depot", "le", "2025-10-01");
    assertThat(nav.ouvrir("/dossiers-mdph?file=attendus&nom=" + nom).body()).contains("01/02/2026");
    assertThat(nav.ouvrir("/dossiers-mdph/export").statusCode()).as("sans EXPORTS").isEqualTo(403);
    Navigateur responsable = connecter(comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(CENTRE), List.of()));
    HttpResponse<String> export = responsable.ouvrir("/dossiers-mdph/export?file=attendus&nom=" + nom);
    assertThat(export.statusCode()).isEqualTo(200);
    assertThat(export.headers().firstValue("content-disposition").orElse("")).contains("dossiers-mdph-2025-10-20.xlsx");
  }
}
