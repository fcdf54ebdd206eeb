package fr.jalon.echanges.caf;

import static fr.jalon.personnages.DossierCaf.dossier;
import static fr.jalon.personnages.PersonneCaf.conjoint;
import static fr.jalon.personnages.PersonneCaf.demandeur;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.echanges.caf.application.Rapport;
import fr.jalon.personnages.DossierCaf;
import fr.jalon.personnages.FichierCaf;
import fr.jalon.personnages.PersonneCaf;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who must be oriented, from the file to the deadline: each inclusion and each exclusion of annexe 4 §4 (requirement DRO-2). */
@EssaiDeFichiers
class NouveauxEntrantsParFichiersTest {
  @Autowired
  Guichet guichet;
  private PersonneCaf anne;
  private DossierCaf foyer;
  private DossierCaf temoin;

  @BeforeEach
  void une_autre_caisse_dont_on_connait_deja_le_stock() {
    String caisse = guichet.caisse();
    anne = demandeur("ENTRANTE" + caisse, "ANNE").nir(guichet.nir()).sdd();
    foyer = dossier(caisse, guichet.demande()).demandeLe("2024-02-10").avec(anne);
    temoin = dossier(caisse, guichet.demande()).avec(demandeur("TEMOIN" + caisse, "T").nir(guichet.nir()).sdd());
  }

  @Test
  void une_premiere_demande_est_a_orienter_dans_les_42_jours_de_la_reception() {
    stock();
    Rapport r = recu("2025-03-31", "2025-04-04", foyer.demandeLe("2025-03-12"));
    assertThat(r.nouveauxEntrants()).isEqualTo(1);
    assertThat(entrees()).containsExactly("PRIMO_DEMANDEUR|EN_ATTENTE|2025-03-01|2025-04-04|2025-05-16|OUVERTE");
  }

  @Test
  void la_reception_compte_et_non_la_date_du_droit() {
    stock();
    recu("2025-03-31", "2025-06-01", foyer.demandeLe("2025-03-12"));
    assertThat(entrees()).containsExactly("PRIMO_DEMANDEUR|EN_ATTENTE|2025-03-01|2025-06-01|2025-07-13|OUVERTE");
  }

  @Test
  void qui_revient_apres_une_fin_de_droit_est_a_orienter() {
    stock(foyer);
    recu("2025-03-31", "2025-04-04", foyer.clos("ECH", "2025-03-01"));
    assertThat(recu("2025-05-31", "2025-06-04", foyer.verse()).nouveauxEntrants()).isEqualTo(1);
    assertThat(entrees()).containsExactly("RETOUR_APRES_RADIATION|EN_ATTENTE|2025-05-01|2025-06-04|2025-07-16|OUVERTE");
  }

  @Test
  void qui_avait_disparu_du_fichier_et_revient_est_a_orienter() {
    stock(foyer);
    recu("2025-03-31", "2025-04-04");
    assertThat(recu("2025-05-31", "2025-06-04", foyer).nouveauxEntrants()).isEqualTo(1);
    assertThat(entrees()).containsExactly("RETOUR_APRES_RADIATION|EN_ATTENTE|2025-05-01|2025-06-04|2025-07-16|OUVERTE");
  }

  @Test
  void qui_arrive_d_un_autre_departement_est_a_orienter() {
    stock();
    recu("2025-03-31", "2025-04-04", foyer.arriveLe("2025-03-15"));
    assertThat(entrees()).containsExactly("ARRIVEE_AUTRE_DEPARTEMENT|EN_ATTENTE|2025-03-01|2025-04-04|2025-05-16|OUVERTE");
  }

  @Test
  void qui_rejoint_un_foyer_au_rsa_est_a_orienter() {
    stock(foyer);
    PersonneCaf boris = conjoint("REJOINT", "BORIS").nir(guichet.nir()).sdd();
    assertThat(recu("2025-03-31", "2025-04-04", foyer.avec(boris)).nouveauxEntrants()).isEqualTo(1);
    assertThat(guichet.lignes("select e.motif from orientation.entree e join allocataires.personne p on p.id = e.personne_id where p.prenom = 'BORIS' and p.import_id = (select max(import_id) from allocataires.personne)"))
        .containsExactly("REJOINT_UN_FOYER");
  }

  @Test
  void qui_est_suivie_et_fonde_un_autre_foyer_y_est_vue_de_l_organisme_qui_la_suit_et_plus_dans_l_ancien() {
    stock(foyer);
    suivre();
    guichet.lignes("select orientation.recalculer_organisations(array(select personne_id from orientation.suivi))::text");
    assertThat(partages()).containsExactly(foyer.demande() + "|t");
    DossierCaf leSien = dossier(nom().substring("ENTRANTE".length()), guichet.demande()).demandeLe("2025-03-10").avec(anne);
    PersonneCaf reste = demandeur("RESTE", "BORIS").nir(guichet.nir()).sdd();
    recu("2025-03-31", "2025-04-04", dossier(nom().substring("ENTRANTE".length()), foyer.demande()).demandeLe("2024-02-10").avec(reste), leSien);
    assertThat(partages()).containsExactlyInAnyOrder(foyer.demande() + "|f", leSien.demande() + "|t");
  }

  @Test
  void qui_repasse_sous_500_euros_sans_suivi_est_a_orienter() {
    stock(foyer);
    recu("2025-03-31", "2025-04-04", nonSoumise());
    assertThat(entrees()).isEmpty();
    recu("2025-04-30", "2025-05-05", foyer);
    assertThat(entrees()).containsExactly("DE_NOUVEAU_SOUS_500_EUROS|EN_ATTENTE|2025-04-01|2025-05-05|2025-06-16|OUVERTE");
  }

  @Test
  void qui_revient_apres_douze_mois_de_suspension_est_a_orienter_meme_avec_un_ancien_suivi() {
    stock(foyer);
    suivre();
    recu("2025-03-31", "2025-04-04", foyer.suspendu("06", "2025-02-01"));
    assertThat(suivi()).isEqualTo("EN_VEILLE");
    recu("2026-02-28", "2026-03-04", foyer.verse());
    assertThat(suivi()).isEqualTo("CLOS");
    assertThat(entrees()).containsExactly("RETOUR_APRES_SUSPENSION_LONGUE|EN_ATTENTE|2026-02-01|2026-03-04|2026-04-15|OUVERTE");
  }

  @Test
  void qui_depasse_500_euros_n_est_pas_a_orienter() {
    stock();
    assertThat(recu("2025-03-31", "2025-04-04", nonSoumise()).nouveauxEntrants()).isZero();
    assertThat(entrees()).isEmpty();
  }

  @Test
  void qui_va_et_vient_autour_de_500_euros_avec_un_suivi_en_veille_n_est_pas_a_orienter() {
    stock(foyer);
    suivre();
    recu("2025-03-31", "2025-04-04", nonSoumise());
    assertThat(suivi()).isEqualTo("EN_VEILLE");
    recu("2025-04-30", "2025-05-05", foyer);
    assertThat(suivi()).isEqualTo("EN_COURS");
    recu("2025-05-31", "2025-06-05", nonSoumise());
    recu("2025-06-30", "2025-07-05", foyer);
    assertThat(entrees()).isEmpty();
    assertThat(suivi()).isEqualTo("EN_COURS");
  }

  @Test
  void qui_revient_avant_douze_mois_de_suspension_n_est_pas_a_orienter() {
    stock(foyer);
    recu("2025-03-31", "2025-04-04", foyer.suspendu("06", "2025-03-01"));
    assertThat(recu("2026-01-31", "2026-02-04", foyer.verse()).nouveauxEntrants()).isZero();
    assertThat(entrees()).isEmpty();
  }

  @Test
  void un_droit_suspendu_refuse_ou_en_attente_n_est_pas_a_orienter() {
    stock();
    recu("2025-03-31", "2025-04-04", foyer.demandeLe("2025-03-12").etat("0"));
    assertThat(entrees()).isEmpty();
    recu("2025-04-30", "2025-05-05", foyer.etat("1"));
    assertThat(entrees()).isEmpty();
    recu("2025-05-31", "2025-06-05", foyer.verse());
    assertThat(entrees()).singleElement().asString().startsWith("PRIMO_DEMANDEUR|EN_ATTENTE|2025-05-01");
  }

  @Test
  void qui_etait_deja_la_le_mois_precedent_n_est_pas_a_orienter() {
    stock(foyer);
    assertThat(recu("2025-03-31", "2025-04-04", foyer.montant("400.00")).nouveauxEntrants()).isZero();
    assertThat(recu("2025-04-30", "2025-05-04", foyer).nouveauxEntrants()).isZero();
    assertThat(entrees()).isEmpty();
  }

  @Test
  void le_stock_du_premier_fichier_n_est_pas_a_orienter_sauf_ses_demandes_du_mois() {
    DossierCaf neuf = dossier(guichet.caisse(), guichet.demande()).demandeLe("2025-02-12").avec(demandeur("NEUVE", "CELIA").nir(guichet.nir()).sdd());
    assertThat(guichet.charger(FichierCaf.mensuel("2025-02-28").avec(temoin, foyer), "2025-03-04").nouveauxEntrants()).isZero();
    assertThat(guichet.charger(FichierCaf.mensuel("2025-02-28").avec(neuf), "2025-03-04").nouveauxEntrants()).isEqualTo(1);
    assertThat(entrees()).isEmpty();
  }

  @Test
  void le_meme_entrant_n_est_compte_qu_une_fois_par_le_journalier_puis_le_mensuel() {
    stock();
    foyer.demandeLe("2025-03-12");
    assertThat(guichet.charger(FichierCaf.journalier("2025-03-14").avec(foyer), "2025-03-15").nouveauxEntrants()).isEqualTo(1);
    assertThat(recu("2025-03-31", "2025-04-04", foyer).nouveauxEntrants()).isZero();
    assertThat(entrees()).containsExactly("PRIMO_DEMANDEUR|EN_ATTENTE|2025-03-01|2025-03-15|2025-04-26|OUVERTE");
  }

  @Test
  void le_mensuel_arrive_apres_le_journalier_suivant_trouve_la_meme_entree_sans_la_doubler() {
    stock();
    foyer.demandeLe("2025-03-12");
    guichet.charger(FichierCaf.journalier("2025-04-02").avec(foyer), "2025-04-03");
    recu("2025-03-31", "2025-04-05", foyer);
    assertThat(entrees()).hasSize(1);
  }

  @Test
  void l_entree_et_l_echeance_suivent_un_demenagement() {
    stock();
    recu("2025-03-31", "2025-04-04", foyer.demandeLe("2025-03-12").habite("07010", "07100", "ANNONAY"));
    recu("2025-04-30", "2025-05-05", foyer.habite("07019", "07200", "AUBENAS"));
    assertThat(guichet.lignes("""
        select distinct c.nom from orientation.entree e join allocataires.personne p on p.id = e.personne_id
        join echeances.echeance x on x.objet_id = e.id and x.nature = 'ORIENTATION' and x.territoire_id = e.territoire_id
        join structures.commune c on c.territoire_id = e.territoire_id where p.prenom = 'ANNE' and p.nom = ? and c.code in ('07010', '07019')""", nom())).containsExactly("Aubenas");
  }

  @Test
  void une_entree_sort_quand_le_droit_se_ferme_et_son_echeance_tombe() {
    stock();
    recu("2025-03-31", "2025-04-04", foyer.demandeLe("2025-03-12"));
    recu("2025-04-30", "2025-05-05", foyer.clos("ECH", "2025-04-30"));
    assertThat(entrees()).singleElement().asString().contains("|SORTIE|").endsWith("|CADUQUE");
  }

  @Test
  void qui_passe_de_la_caf_a_la_msa_a_la_meme_date_garde_son_suivi_quel_que_soit_le_fichier_lu_d_abord() {
    stock(foyer);
    suivre();
    recu("2025-03-31", "2025-04-04", foyer.clos("MUT", "2025-03-31"));
    assertThat(suivi()).isEqualTo("CLOS");
    DossierCaf aLaMsa = dossier(guichet.caisse(), guichet.demande()).msa().demandeLe("2025-03-01").avec(anne);
    guichet.charger(FichierCaf.mensuel("2025-03-31").avec(aLaMsa), "2025-04-06");
    assertThat(suivi()).isEqualTo("EN_COURS");
    assertThat(entrees()).isEmpty();
  }

  @Test
  void qui_disparait_de_la_caf_le_jour_ou_la_msa_la_connait_attend_toujours_son_orientation() {
    stock();
    recu("2025-03-31", "2025-04-04", foyer.demandeLe("2025-03-12"));
    recu("2025-04-30", "2025-05-04");
    DossierCaf aLaMsa = dossier(guichet.caisse(), guichet.demande()).msa().demandeLe("2025-04-01").avec(anne);
    guichet.charger(FichierCaf.mensuel("2025-04-30").avec(aLaMsa), "2025-05-06");
    assertThat(entrees()).containsExactly("PRIMO_DEMANDEUR|EN_ATTENTE|2025-03-01|2025-04-04|2025-05-16|OUVERTE");
  }

  private void stock(DossierCaf... autres) {
    guichet.charger(FichierCaf.mensuel("2025-01-31").avec(temoin).avec(autres), "2025-02-04");
    guichet.charger(FichierCaf.mensuel("2025-02-28").creeLe("2025-03-01").avec(temoin).avec(autres), "2025-03-04");
  }

  private Rapport recu(String reference, String le, DossierCaf... dossiers) {
    Rapport r = guichet.charger(FichierCaf.mensuel(reference).avec(temoin).avec(dossiers), le);
    assertThat(r.statut()).as(r.motif()).isEqualTo("CHARGE");
    assertThat(r.rejets()).isEmpty();
    return r;
  }

  /** The same foyer while she earns more than 500 euros. */
  private DossierCaf nonSoumise() {
    String[] demande = {foyer.demande()};
    return dossier(guichet.lignes("select numero_organisme from allocataires.foyer where numero_demande = ?", temoin.demande())
        .getFirst(), demande[0])
        .demandeLe("2024-02-10").avec(anne.copie().sdd(false));
  }

  private void suivre() {
    int organisation = guichet.base().sql("select min(id) from structures.organisation").query(Integer.class).single();
    guichet.base().sql("""
        insert into orientation.suivi (personne_id, parcours, organisation_id, notifie_le, etat_depuis, saisi_par, saisi_le)
        select id, 'SOCIAL', ?, '2025-02-10', '2025-02-10', 'essai', now() from allocataires.personne where nom = ? and prenom = 'ANNE'""")
        .params(organisation, nom()).update();
  }

  /** Her claims, and whether the organisation that follows her sees each. */
  private List<String> partages() {
    return guichet.lignes("""
        select f.numero_demande, coalesce(s.organisation_id = any(f.organisation_ids), false) from allocataires.personne p join orientation.suivi s on s.personne_id = p.id
        join allocataires.membre m on m.personne_id = p.id and m.oublie_le = 'infinity' join allocataires.foyer f on f.id = m.foyer_id where p.nom = ? group by 1, 2""", nom());
  }

  private String suivi() {
    return guichet.lignes("select s.etat from orientation.suivi s join allocataires.personne p on p.id = s.personne_id where p.nom = ?", nom())
        .getFirst();
  }

  private List<String> entrees() {
    return guichet.lignes("""
        select e.motif, e.etat, e.mois, e.recu_le, x.limite_legale, x.etat from orientation.entree e join allocataires.personne p on p.id = e.personne_id
        join echeances.echeance x on x.nature = 'ORIENTATION' and x.objet_id = e.id where p.nom = ? and p.prenom = 'ANNE' order by e.mois""", nom());
  }

  private String nom() {
    return "ENTRANTE" + guichet.lignes("select numero_organisme from allocataires.foyer where numero_demande = ?", temoin.demande()).getFirst();
  }
}
