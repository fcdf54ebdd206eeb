package fr.jalon.echanges.caf;

import static fr.jalon.personnages.DossierCaf.dossier;
import static fr.jalon.personnages.PersonneCaf.conjoint;
import static fr.jalon.personnages.PersonneCaf.demandeur;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.echanges.caf.application.Rapport;
import fr.jalon.personnages.DossierCaf;
import fr.jalon.personnages.FichierCaf;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Stories of files given twice, late, corrected; {@link HistoireTest} plays them at random. */
@EssaiDeFichiers
class OrdreDesFichiersTest {
  @Autowired
  Guichet guichet;
  private DossierCaf f;
  private DossierCaf temoin;

  @BeforeEach
  void une_autre_caisse() {
    String caisse = guichet.caisse();
    f = dossier(caisse, guichet.demande()).avec(demandeur("ORDRE" + caisse, "ANNE").nir(guichet.nir()).sdd());
    temoin = dossier(caisse, guichet.demande()).avec(demandeur("TEMOIN" + caisse, "T").nir(guichet.nir()));
  }

  @Test
  void le_meme_fichier_deux_fois_ne_change_rien_et_le_dit() {
    byte[] octets = FichierCaf.mensuel("2025-06-30").avec(f, temoin).octets();
    Rapport un = guichet.charger(octets);
    Map<String, String> avant = guichet.photo();
    Rapport deux = guichet.charger(octets);
    assertThat(deux.statut()).isEqualTo("DEJA_CHARGE");
    assertThat(deux.motif()).contains("déjà été chargé");
    assertThat(deux.importId()).isEqualTo(un.importId());
    assertThat(guichet.photo()).isEqualTo(avant);
  }

  @Test
  void le_meme_contenu_recompresse_ne_change_aucun_fait() {
    byte[] octets = FichierCaf.mensuel("2025-06-30").avec(f, temoin).octets();
    guichet.charger(octets);
    Map<String, String> avant = faits();
    Rapport deux = guichet.charger(FichierCaf.gz(octets));
    assertThat(deux.foyers()).isEqualTo(new Rapport.Foyers(0, 0, 2));
    assertThat(faits()).isEqualTo(avant);
  }

  @Test
  void un_foyer_absent_un_mois_revient_avec_le_meme_contenu() {
    charger(FichierCaf.mensuel("2025-06-30").avec(f, temoin));
    charger(FichierCaf.mensuel("2025-07-31").avec(temoin));
    charger(FichierCaf.mensuel("2025-08-31").avec(f, temoin));
    assertThat(droits()).containsExactly("2|2025-06-30|2025-07-31", "ABSENT|2025-07-31|2025-08-31", "2|2025-08-31|infinity");
  }

  @Test
  void un_mois_tardif_qui_ne_tient_pas_le_foyer_le_dit_absent_ce_mois_la_seulement() {
    charger(FichierCaf.mensuel("2025-06-30").avec(f, temoin));
    charger(FichierCaf.mensuel("2025-08-31").avec(f, temoin));
    charger(FichierCaf.mensuel("2025-07-31").avec(temoin));
    assertThat(droits()).containsExactly("2|2025-06-30|2025-07-31", "ABSENT|2025-07-31|2025-08-31", "2|2025-08-31|infinity");
  }

  @Test
  void un_mois_tardif_different_ne_trompe_pas_le_mois_suivant_qui_lui_ressemble() {
    charger(FichierCaf.mensuel("2025-06-30").avec(f, temoin));
    charger(FichierCaf.mensuel("2025-08-31").avec(f, temoin));
    charger(FichierCaf.mensuel("2025-07-31").avec(f.suspendu("06", "2025-07-01"), temoin));
    assertThat(droits()).containsExactly("2|2025-06-30|2025-07-31", "4|2025-07-31|2025-08-31", "2|2025-08-31|infinity");
    charger(FichierCaf.mensuel("2025-09-30").avec(f, temoin));
    assertThat(droits()).containsExactly("2|2025-06-30|2025-07-31", "4|2025-07-31|2025-08-31", "2|2025-08-31|2025-09-30", "4|2025-09-30|infinity");
  }

  @Test
  void un_foyer_connu_par_un_fichier_tardif_est_absent_des_le_mois_suivant_deja_charge_puis_revient() {
    charger(FichierCaf.mensuel("2025-07-31").avec(temoin));
    charger(FichierCaf.mensuel("2025-06-30").avec(f, temoin));
    assertThat(droits()).containsExactly("2|2025-06-30|2025-07-31", "ABSENT|2025-07-31|infinity");
    assertThat(guichet.lignes("select i.date_reference from allocataires.droit d join allocataires.foyer f on f.id = d.foyer_id join echanges.import i on i.id = d.import_id where f.numero_demande = ? and d.etat = 'ABSENT'",
        f.demande())).containsExactly("2025-07-31");
    charger(FichierCaf.mensuel("2025-08-31").avec(f, temoin));
    assertThat(droits()).containsExactly("2|2025-06-30|2025-07-31", "ABSENT|2025-07-31|2025-08-31", "2|2025-08-31|infinity");
  }

  @Test
  void une_fin_de_droit_tardive_efface_l_absence_qu_elle_explique() {
    charger(FichierCaf.mensuel("2025-06-30").avec(f, temoin));
    charger(FichierCaf.mensuel("2025-08-31").avec(temoin));
    charger(FichierCaf.mensuel("2025-07-31").avec(f.clos("ECH", "2025-07-31"), temoin));
    assertThat(droits()).containsExactly("2|2025-06-30|2025-07-31", "5|2025-07-31|infinity");
  }

  @Test
  void un_mensuel_recu_apres_les_journaliers_du_mois_suivant_ne_les_recouvre_pas() {
    charger(FichierCaf.mensuel("2025-06-30").avec(f, temoin));
    charger(FichierCaf.journalier("2025-08-03").avec(f.suspendu("06", "2025-08-01")));
    charger(FichierCaf.mensuel("2025-07-31").avec(f.verse().montant("10.00"), temoin));
    assertThat(droits()).containsExactly("2|2025-06-30|2025-08-03", "4|2025-08-03|infinity");
  }

  @Test
  void un_fichier_refait_pour_le_meme_jour_l_emporte_sur_le_premier() {
    charger(FichierCaf.mensuel("2025-06-30").avec(f, temoin));
    charger(FichierCaf.mensuel("2025-06-30").avec(f.suspendu("06", "2025-06-01"), temoin));
    assertThat(droits()).containsExactly("4|2025-06-30|infinity");
    charger(FichierCaf.mensuel("2025-06-30").creeLe("2025-07-02").avec(temoin));
    assertThat(droits()).containsExactly("ABSENT|2025-06-30|infinity");
    assertThat(guichet.nombre("select count(*) from allocataires.droit d join allocataires.foyer f on f.id = d.foyer_id where f.numero_demande = ?",
        f.demande())).isEqualTo(3);
  }

  @Test
  void un_rejet_dans_un_fichier_journalier_n_arrete_pas_un_fichier_tardif() {
    charger(FichierCaf.mensuel("2025-06-30").avec(f, temoin));
    charger(FichierCaf.journalier("2025-08-03").avec(f.mettre("SITFAM", "???")));
    charger(FichierCaf.journalier("2025-07-15").avec(f.repare().suspendu("06", "2025-07-01")));
    assertThat(droits()).containsExactly("2|2025-06-30|2025-07-15", "4|2025-07-15|infinity");
  }

  @Test
  void une_activite_qui_finit_entre_deux_fichiers_identiques_change_le_present() {
    DossierCaf tns = dossier(guichet.caisse(), guichet.demande())
        .avec(demandeur("TNS", "BORIS").nir(guichet.nir()).activite("ETI", "2024-01-01", "2025-07-15"),
        conjoint("TNS", "CELIA").nir(guichet.nir()));
    charger(FichierCaf.mensuel("2025-06-30").avec(tns.mettre("REG", "GE")));
    charger(FichierCaf.mensuel("2025-07-31").avec(tns.gate(d -> d.un("Personne").ajouter(fr.jalon.personnages.Balise.bloc("Activite",
        fr.jalon.personnages.Balise.feuille("REG", "GE"), fr.jalon.personnages.Balise.feuille("ACT", "CHO"),
        fr.jalon.personnages.Balise.feuille("DDACT", "2025-07-16"))))));
    Rapport r = guichet.charger(FichierCaf.mensuel("2025-08-31").avec(tns));
    assertThat(r.foyers().inchanges()).isEqualTo(1);
    assertThat(guichet.lignes("""
        select m.tns, m.activite, m.depuis from allocataires.membre m join allocataires.foyer f on f.id = m.foyer_id join allocataires.personne p on p.id = m.personne_id
        where f.numero_demande = ? and p.prenom = 'BORIS' and m.oublie_le = 'infinity' order by m.depuis""", tns.demande())).containsExactly("t|ETI|2025-06-30", "f|CHO|2025-07-31");
  }

  private void charger(FichierCaf fichier) {
    Rapport r = guichet.charger(fichier);
    assertThat(r.statut()).as(r.motif()).isEqualTo("CHARGE");
  }

  /** The right of the foyer as known today: equal neighbours are one. */
  private List<String> droits() {
    return guichet.lignes("""
        with d as (select d.*, lag(d.etat) over (order by d.depuis) avant from allocataires.droit d join allocataires.foyer f on f.id = d.foyer_id
          where f.numero_demande = ? and d.oublie_le = 'infinity'),
        g as (select *, sum(case when etat is distinct from avant then 1 else 0 end) over (order by depuis) groupe from d)
        select etat, min(depuis), max(jusqua) from g group by groupe, etat order by 2""", f.demande());
  }

  private Map<String, String> faits() {
    return guichet.photo().entrySet().stream().filter(e -> !e.getKey().startsWith("echanges.") && !e.getKey().equals("allocataires.provenance"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
