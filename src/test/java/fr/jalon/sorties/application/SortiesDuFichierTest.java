package fr.jalon.sorties.application;

import static fr.jalon.personnages.Foyer.foyer;
import static fr.jalon.personnages.Personne.personne;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.application.DefaireFusion;
import fr.jalon.allocataires.application.FusionnerPersonnes;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.EssaiWeb;
import fr.jalon.personnages.Caisse;
import fr.jalon.personnages.EnTantQue;
import fr.jalon.personnages.Foyer;
import fr.jalon.personnages.Personne;
import fr.jalon.sorties.domaine.GenreDeContrat;
import fr.jalon.sorties.domaine.Poste;
import fr.jalon.sorties.domaine.RaisonDeSortie;
import fr.jalon.sorties.domaine.SortieDite;
import fr.jalon.sorties.domaine.SourceDeSortie;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the files of the payer say of who leaves the RSA, and of who comes back. */
@EssaiWeb
class SortiesDuFichierTest {
  @Autowired
  Caisse caisse;
  @Autowired
  LireLeFichier fichier;
  @Autowired
  DireUneSortie dire;
  @Autowired
  Clock horloge;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  FusionnerPersonnes fusionner;
  @Autowired
  DefaireFusion defaire;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void un_droit_ferme_est_propose_apres_un_mois_une_seule_fois_avec_ce_que_dit_le_fichier() {
    Personne lina = personne("Lina Sortiera").nee("1988-03-02").sdd();
    Foyer chez = foyer("071980000001").habite("07186", "PRIVAS").avec(lina);
    caisse.journalier("2025-01-31", chez);
    caisse.journalier("2025-03-31", chez.ferme("RFD", "2025-03-01"));
    lire("2025-03-31");
    assertThat(sorties(lina)).as("le droit peut revenir dans le mois").isEmpty();
    lire("2025-04-02");
    assertThat(sorties(lina)).containsExactly("PROPOSEE FIN_DE_DROIT 2025-03-01 fermée 2025-03-01");
    assertThat(echeances(lina)).containsExactly("SORTIE_A_COMPLETER OUVERTE 2025-05-02");
    lire("2025-04-03");
    lire("2025-05-20");
    assertThat(sorties(lina)).as("lu trois fois").hasSize(1);
    base.sql("update sorties.sortie set etat = 'ECARTEE' where personne_id = ?").param(caisse.numero(lina)).update();
    lire("2025-05-21");
    assertThat(sorties(lina)).as("écartée, elle n'est pas proposée de nouveau").hasSize(1);
  }

  @Test
  void l_activite_dit_un_emploi_et_un_dossier_reuni_avec_un_autre_n_est_pas_une_sortie() {
    Personne paul = personne("Paul Sortierb").ne("1985-03-02").sdd();
    Personne rose = personne("Rose Sortierc").nee("1984-03-02").sdd();
    Foyer sien = foyer("071980000002").habite("07186", "PRIVAS").avec(paul);
    Foyer autre = foyer("071980000003").habite("07186", "PRIVAS").avec(rose);
    caisse.journalier("2025-01-31", sien, autre);
    paul.activite("CDI", "2025-01-10");
    caisse.journalier("2025-03-31", sien.ferme("ECH", "2025-03-01"), autre.ferme("RGD", "2025-03-01"));
    lire("2025-04-15");
    assertThat(sorties(paul)).containsExactly("PROPOSEE EMPLOI 2025-03-01 fermée 2025-03-01");
    assertThat(sorties(rose)).isEmpty();
  }

  @Test
  void dite_avant_le_fichier_elle_est_confirmee_et_pas_proposee() {
    Personne zoe = personne("Zoé Sortierd").nee("1990-03-02").sdd();
    Foyer chez = foyer("071980000004").habite("07186", "PRIVAS").avec(zoe);
    caisse.journalier("2025-01-31", chez);
    dire(zoe, RaisonDeSortie.EMPLOI, "2025-02-03");
    caisse.journalier("2025-05-31", chez.ferme("ECH", "2025-05-01"));
    lire("2025-06-01");
    assertThat(sorties(zoe)).as("aussitôt").containsExactly("CONFIRMEE EMPLOI 2025-02-03 fermée 2025-05-01");
    lire("2025-07-15");
    assertThat(sorties(zoe)).hasSize(1);
    assertThat(base.sql("select motif from sorties.passage where personne_id = ? order by id desc limit 1").param(caisse.numero(zoe))
        .query(String.class)
        .single()).contains("Le fichier de la caisse le confirme");
  }

  @Test
  void revenue_dans_l_annee_c_est_un_retour_et_ses_rappels_sont_remplis_par_le_fichier() {
    Personne eve = personne("Ève Sortiere").nee("1991-03-02").sdd();
    Foyer chez = foyer("071980000005").habite("07186", "PRIVAS").avec(eve);
    caisse.journalier(ilYa(120), chez);
    dire(eve, RaisonDeSortie.FORMATION, ilYa(110));
    caisse.journalier(ilYa(80), chez.ferme("ECH", ilYa(90)));
    lire(ilYa(79));
    caisse.journalier(ilYa(20), chez.verse());
    lire(ilYa(19));
    assertThat(sorties(eve)).containsExactly("CONFIRMEE FORMATION " + ilYa(110) + " fermée " + ilYa(90) + " revenue " + ilYa(20));
    assertThat(base.sql("select distinct etat || ' ' || reponse || ' ' || canal from sorties.rappel where personne_id = ?").param(caisse.numero(eve))
        .query(String.class).list()).containsExactly("REPONDU RETOUR_RSA FICHIER");
    lire(ilYa(18));
    assertThat(sorties(eve)).hasSize(1);
  }

  @Test
  void un_droit_qui_revient_dans_le_mois_n_est_ni_une_sortie_ni_un_retour() {
    Personne ida = personne("Ida Sortierf").nee("1992-03-02").sdd();
    Foyer chez = foyer("071980000006").habite("07186", "PRIVAS").avec(ida);
    caisse.journalier("2025-01-31", chez);
    dire(ida, RaisonDeSortie.EMPLOI, "2025-02-03");
    caisse.journalier("2025-04-10", chez.ferme("RFD", "2025-04-05"));
    lire("2025-04-11");
    assertThat(sorties(ida)).containsExactly("CONFIRMEE EMPLOI 2025-02-03 fermée 2025-04-05");
    caisse.journalier("2025-04-20", chez.verse());
    lire("2025-04-21");
    lire("2025-06-21");
    assertThat(sorties(ida)).as("l'emploi dit reste dit").containsExactly("CONFIRMEE EMPLOI 2025-02-03");
  }

  @Test
  void qui_change_de_foyer_ne_sort_pas_qui_n_est_plus_soumise_et_travaille_reprend_un_emploi() {
    Personne mia = personne("Mia Sortierg").nee("1993-03-02").sdd();
    Personne tom = personne("Tom Sortierg").ne("1993-03-02");
    Foyer avant = foyer("071980000007").habite("07186", "PRIVAS").avec(tom, mia.role("CJT"));
    caisse.journalier("2025-01-31", avant);
    caisse.journalier("2025-03-31", avant.sans(mia), foyer("071980000008").habite("07186", "PRIVAS").avec(mia.role("DEM")));
    Personne luc = personne("Luc Sortierh").ne("1989-03-02").sdd();
    Foyer chez = foyer("071980000009").habite("07186", "PRIVAS").avec(luc);
    caisse.journalier("2025-01-31", chez);
    luc.sdd(false).activite("SAL", "2025-03-03");
    caisse.journalier("2025-03-31", chez);
    lire("2025-05-15");
    assertThat(sorties(mia)).isEmpty();
    assertThat(sorties(luc)).containsExactly("PROPOSEE EMPLOI 2025-03-31");
    lire("2025-05-16");
    assertThat(sorties(luc)).hasSize(1);
  }

  @Test
  void reunies_elle_a_les_deux_sorties_et_leurs_rappels_separees_chacune_la_sienne() {
    Personne une = personne("Hana Sortieri").nee("1979-05-14").sdd();
    Personne autre = personne("Hana Sortierii").nee("1979-05-14").sdd();
    caisse.journalier(ilYa(60), foyer("071980000010").habite("07186", "PRIVAS").avec(une), foyer("071980000011").habite("07186", "PRIVAS")
        .avec(autre));
    dire(une, RaisonDeSortie.EMPLOI, ilYa(10));
    dire(autre, RaisonDeSortie.FORMATION, ilYa(9));
    long gardee = caisse.numero(une);
    long doublon = caisse.numero(autre);
    long fusion = EnTantQue.allocation().faire(() -> fusionner.fusionner(gardee, doublon, "Même personne", null));
    assertThat(combien("sorties.sortie", gardee)).isEqualTo(2);
    assertThat(combien("sorties.rappel", gardee)).isEqualTo(4);
    assertThat(base.sql("select count(*) from echeances.echeance where personne_id = ? and nature = 'RAPPEL_DE_SORTIE'").param(gardee)
        .query(Integer.class).single()).isEqualTo(4);
    EnTantQue.allocation().faire(() -> {
      defaire.defaire(fusion, "Deux sœurs");
      return 0;
    });
    assertThat(combien("sorties.sortie", gardee)).isEqualTo(1);
    assertThat(combien("sorties.rappel", doublon)).isEqualTo(2);
  }

  private String ilYa(int jours) {
    return LocalDate.now(horloge).minusDays(jours).toString();
  }

  private int combien(String table, long qui) {
    return base.sql("select count(*) from " + table + " where personne_id = ?").param(qui).query(Integer.class).single();
  }

  private void lire(String jour) {
    systeme.agir("essai", () -> transaction.execute(_ -> fichier.balayer(LocalDate.parse(jour))));
  }

  private void dire(Personne qui, RaisonDeSortie raison, String le) {
    Poste poste = raison == RaisonDeSortie.EMPLOI ? new Poste(GenreDeContrat.CDI, null, null, "", "") : Poste.AUCUN;
    systeme.agir("essai", () -> dire.executer(caisse.numero(qui), new SortieDite(raison, LocalDate.parse(le), SourceDeSortie.PERSONNE, poste),
        UUID.randomUUID()));
  }

  private List<String> sorties(Personne qui) {
    return base.sql("""
        select etat || ' ' || raison || ' ' || le || coalesce(' fermée ' || fermee_le, '') || coalesce(' revenue ' || retour_le, '') from sorties.sortie
        where personne_id = ? order by id""").param(caisse.numero(qui)).query(String.class).list();
  }

  private List<String> echeances(Personne qui) {
    return base.sql("select nature || ' ' || etat || ' ' || cible from echeances.echeance where personne_id = ? and nature like '%SORTIE%' order by id")
        .param(caisse.numero(qui)).query(String.class).list();
  }
}
