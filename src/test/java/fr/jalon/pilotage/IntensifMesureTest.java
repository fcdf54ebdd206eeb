package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.jalon.accompagnement.domaine.Comparaison;
import fr.jalon.accompagnement.domaine.Comparaison.Case;
import fr.jalon.accompagnement.lecture.ResultatsDesCohortes;
import fr.jalon.accompagnement.lecture.ResultatsDesCohortes.Resultats;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is in an intensive portfolio, in what rhythm, what became of those who entered and of others alike. */
class IntensifMesureTest extends EssaiDIndicateurs {
  private static final LocalDate ENTREES_DU = LocalDate.of(2025, 3, 1);
  private static final LocalDate ENTREES_AU = LocalDate.of(2025, 3, 31);
  @Autowired
  ResultatsDesCohortes resultats;
  private int iris;
  private int noe;

  @BeforeEach
  void iris_a_un_portefeuille_intensif_depuis_fevrier() {
    p.fichier("2024-01-31");
    iris = referent(1, "Iris", true);
    noe = referent(1, "Noé", false);
  }

  @Test
  void entree_le_10_mars_sortie_le_20_mai_elle_y_est_entre_les_deux_et_la_ou_son_referent_la_suit() {
    Peuplement.Personne ana = suivie("Ana", iris, "2025-02-01", null);
    entree(ana, iris, "2025-03-10", "2025-05-20");
    Peuplement.Personne bea = suivie("Bea, suivie par Noé", noe, "2025-02-01", null);
    entree(bea, iris, "2025-03-10", null);
    Peuplement.Personne cora = suivie("Cora, notée par erreur", iris, "2025-02-01", null);
    entree(cora, iris, "2025-03-10", null);
    chargement.sql("update accompagnement.intensif set etat = 'ANNULEE' where personne_id = ?").param(cora.id()).update();
    assertThat(valeur("INTENSIF", "2025-03-09")).isEqualTo("0");
    assertThat(prenoms("INTENSIF", "2025-03-10")).containsExactly("Ana");
    assertThat(par("INTENSIF", "2025-05-19", Dimension.valueOf("REFERENT"))).isEqualTo(Map.of("Iris (Centre médico-social)", "1"));
    assertThat(valeur("INTENSIF", "2025-05-20")).as("le jour de la sortie").isEqualTo("0");
    chargement.sql("""
        insert into orientation.changement_de_referent (personne_id, suivi_id, avant_id, apres_id, le, raison, fait_par, saisi_le)
        select personne_id, id, ?, ?, '2025-04-15', 'Congé', 'essai', now() from orientation.suivi where personne_id = ?""").params(iris, noe, ana.id()).update();
    chargement.sql("update orientation.suivi set referent_id = ? where personne_id = ?").params(noe, ana.id()).update();
    assertThat(valeur("INTENSIF", "2025-04-14")).isEqualTo("1");
    assertThat(valeur("INTENSIF", "2025-04-15")).as("confiée à Noé").isEqualTo("0");
  }

  @Test
  void le_portefeuille_fini_plus_personne_n_y_est() {
    entree(suivie("Ana", iris, "2025-02-01", null), iris, "2025-03-10", null);
    chargement.sql("insert into structures.referent_periode (referent_id, depuis, etp, intensif, actif, saisi_par) values (?, '2025-06-01', 1, "
        + "false, true, 'essai')")
        .param(iris).update();
    assertThat(valeur("INTENSIF", "2025-05-31")).isEqualTo("1");
    assertThat(valeur("INTENSIF", "2025-06-01")).isEqualTo("0");
  }

  @Test
  void quatre_jours_de_contact_en_quatre_semaines_sont_dans_le_rythme_trois_non() {
    Peuplement.Personne ana = suivie("Ana", iris, "2025-02-01", null);
    Peuplement.Personne bea = suivie("Bea", iris, "2025-02-01", null);
    Peuplement.Personne cora = suivie("Cora, entrée depuis peu", iris, "2025-02-01", null);
    entree(ana, iris, "2025-03-03", null);
    entree(bea, iris, "2025-03-03", null);
    entree(cora, iris, "2025-03-20", null);
    for (String jour : List.of("2025-03-04", "2025-03-12", "2025-03-20", "2025-03-31")) {
      p.contact(ana, "TELEPHONE", "PRESENTE", jour);
      p.contact(bea, "BUREAU", jour.equals("2025-03-20") ? "ABSENTE" : "PRESENTE", jour);
    }
    assertThat(valeur("INT-RYTHME", "2025-03-31")).isEqualTo("50");
    assertThat(prenoms("INT-RYTHME", "2025-03-31")).containsExactly("Ana", "Bea");
    assertThat(valeur("INT-RYTHME", "2025-03-20")).as("personne n'y est depuis quatre semaines").isNull();
  }

  @Test
  void a_mi_temps_deux_personnes_entrees_en_valent_quatre_et_qui_n_est_pas_entree_ne_compte_pas() {
    chargement.sql("update structures.referent_periode set etp = 0.5 where referent_id = ?").param(iris).update();
    entree(suivie("Ana", iris, "2025-02-01", null), iris, "2025-03-03", null);
    entree(suivie("Bea", iris, "2025-02-01", null), iris, "2025-03-04", "2025-05-02");
    suivie("Cora, pas entrée", iris, "2025-02-01", null);
    assertThat(valeur("FILE-ACTIVE-INTENSIVE", "2025-03-31")).isEqualTo("4");
    assertThat(prenoms("FILE-ACTIVE-INTENSIVE", "2025-03-31")).containsExactly("Ana", "Bea");
    assertThat(valeur("FILE-ACTIVE-INTENSIVE", "2025-05-31")).isEqualTo("2");
    assertThat(valeur("FILE-ACTIVE-INTENSIVE", "2025-03-02")).isNull();
  }

  @Test
  void six_mois_apres_le_mois_de_l_entree_on_compte_qui_n_est_plus_au_rsa() {
    entree(suivie("Ana", iris, "2025-02-01", "2025-09-15"), iris, "2025-03-10", null);
    entree(suivie("Bea", iris, "2025-02-01", null), iris, "2025-03-31", null);
    Peuplement.Personne cora = suivie("Cora, reprise", iris, "2025-02-01", "2025-09-15");
    entree(cora, iris, "2025-03-10", null);
    chargement.sql("update accompagnement.intensif set reprise = true where personne_id = ?").param(cora.id()).update();
    assertThat(valeur("INT-SORTIES-6M", "2025-09-29")).as("le sixième mois n'est pas fini").isNull();
    assertThat(valeur("INT-SORTIES-6M", "2025-09-30")).isEqualTo("50");
    assertThat(par("INT-SORTIES-6M", "2025-12-31", Dimension.valueOf("MOIS"))).containsValue("50").hasSize(1);
    assertThat(valeur("INT-SORTIES-12M", "2025-12-31")).isNull();
    assertThat(valeur("INT-SORTIES-12M", "2026-03-31")).isEqualTo("50");
  }

  @Test
  void les_comparables_ont_le_meme_parcours_la_meme_anciennete_le_meme_age_le_meme_territoire_le_meme_mois() {
    for (int i = 0; i < 4; i++) {
      entree(suivie("Membre" + i, iris, "2025-02-01", i < 3 ? "2025-08-10" : null), iris, "2025-03-10", null);
    }
    for (int i = 0; i < 6; i++) {
      suivie("Pareille" + i, noe, "2025-02-01", i < 2 ? "2025-08-10" : null);
    }
    Peuplement.Personne tard = suivie("Pareille, entrée en mai", noe, "2025-02-01", null);
    entree(tard, iris, "2025-05-05", null);
    Peuplement.Personne avant = suivie("Entrée en février", iris, "2025-02-01", null);
    entree(avant, iris, "2025-02-10", "2025-03-01");
    personne("Autre âge", "1960-01-01", "2024-02-01", 1, "SOCIAL", noe, "2025-02-01", null);
    personne("Autre ancienneté", "1985-05-05", "2022-02-01", 1, "SOCIAL", noe, "2025-02-01", null);
    personne("Autre territoire", "1985-05-05", "2024-02-01", 2, "SOCIAL", noe, "2025-02-01", null);
    personne("Autre parcours", "1985-05-05", "2024-02-01", 1, "PROFESSIONNEL", noe, "2025-02-01", null);
    personne("Pas encore suivie", "1985-05-05", "2024-02-01", 1, "SOCIAL", noe, "2025-04-02", null);
    Peuplement.Personne seule = personne("Membre sans pareille", "1960-01-01", "2022-02-01", 2, "SOCIAL", iris, "2025-02-01", null);
    entree(seule, iris, "2025-03-10", null);
    p.perimetres();
    Resultats r = lire(6, "2025-09-30");
    Comparaison c = r.comparaison();
    assertThat(c.membres()).isEqualTo(4);
    assertThat(c.sansPareil()).isEqualTo(1);
    assertThat(c.comparables()).as("six pareilles, et celle qui entrera en mai").isEqualTo(7);
    assertThat(c.cases()).filteredOn(x -> x.intensif() && x.personnes() == 4).extracting(Case::sorties).containsExactly(3);
    assertThat(c.cases()).filteredOn(x -> !x.intensif()).extracting(Case::personnes, Case::sorties)
        .containsExactly(tuple(7, 2));
    assertThat(r.attente()).isZero();
  }

  @Test
  void ce_qui_leur_arrive_est_lu_le_meme_jour_et_ce_qui_n_est_pas_fini_attend() {
    Peuplement.Personne ana = suivie("Ana", iris, "2025-02-01", null);
    entree(ana, iris, "2025-03-10", null);
    Peuplement.Personne bea = suivie("Bea", noe, "2025-02-01", null);
    chargement.sql("update orientation.suivi set etat = 'CLOS', fin_le = '2025-06-01' where personne_id = ?").param(ana.id()).update();
    p.suivi(ana, null, "PROFESSIONNEL", 2, "2025-06-01", null);
    p.contact(ana, "BUREAU", "PRESENTE", "2025-04-02");
    p.contact(ana, "TELEPHONE", "PRESENTE", "2025-04-02");
    p.contact(ana, "BUREAU", "PRESENTE", "2025-10-01");
    p.contact(bea, "BUREAU", "ABSENTE", "2025-05-02");
    p.devenir("frein", p.frein(ana, "MOBILITE", "2025-02-15"), "LEVE", "2025-07-01");
    Peuplement.Personne sansDroit = p.personne("Sans droit");
    p.suivi(sansDroit, null, "SOCIAL", 1, "2025-02-01", null);
    chargement.sql("update orientation.suivi set referent_id = ? where personne_id = ?").params(iris, sansDroit.id()).update();
    entree(sansDroit, iris, "2025-03-10", null);
    p.perimetres();
    assertThat(lire(6, "2025-09-29")).extracting(Resultats::attente, Resultats::entrees).containsExactly(2, 2);
    Resultats r = lire(6, "2025-09-30");
    assertThat(r.horsChamp()).isEqualTo(1);
    assertThat(r.comparaison().cases()).filteredOn(Case::intensif).containsExactly(new Case(r.comparaison().cases().getFirst().cellule(), true, 1,
        0, 1,
        1, 1, 1));
    assertThat(r.comparaison().cases()).filteredOn(x -> !x.intensif()).extracting(Case::personnes, Case::versEmploi, Case::contacts)
        .containsExactly(tuple(1, 0, 0));
  }

  /** Read by an agent who sees nobody of them: the counts are the same; who may not read portfolios reads none. */
  private Resultats lire(int duree, String jour) {
    assertThat(par(Set.of("DOSSIERS"), null, () -> resultats.lire(ENTREES_DU, ENTREES_AU, duree, LocalDate.parse(jour), null,
        null)).entrees()).isZero();
    return par(Set.of("INTENSIF"), List.of(4), () -> resultats.lire(ENTREES_DU, ENTREES_AU, duree, LocalDate.parse(jour), null, null));
  }

  private int referent(int organisation, String nom, boolean intensif) {
    int id = chargement.sql("insert into structures.referent (organisation_id, nom, etp, intensif, actif) values (?, ?, 1, ?, true) returning id")
        .params(organisation, nom, intensif).query(Integer.class).single();
    chargement.sql("insert into structures.referent_periode (referent_id, depuis, etp, intensif, actif, saisi_par) values (?, '2025-02-01', 1, "
        + "?, true, 'essai')")
        .params(id, intensif).update();
    return id;
  }

  private Peuplement.Personne suivie(String prenom, int referent, String notifieLe, String finDuDroit) {
    return personne(prenom, "1985-05-05", "2024-02-01", 1, "SOCIAL", referent, notifieLe, finDuDroit);
  }

  private Peuplement.Personne personne(String prenom, String naissance, String demande, int territoire, String parcours, int referent,
      String notifieLe,
      String finDuDroit) {
    Peuplement.Personne personne = p.personne(prenom, naissance, 2);
    Peuplement.Foyer foyer = p.foyer(demande).droit("2", demande, finDuDroit).membre(personne, "DEM", demande, null).adresse(territoire, demande,
        null);
    if (finDuDroit != null) {
      foyer.droit("5", finDuDroit, null);
    }
    p.suivi(personne, null, parcours, 1, notifieLe, null);
    chargement.sql("update orientation.suivi set referent_id = ? where personne_id = ?").params(referent, personne.id()).update();
    return personne;
  }

  private void entree(Peuplement.Personne personne, int referent, String le, String sortieLe) {
    chargement.sql("""
        insert into accompagnement.intensif (personne_id, referent_id, entre_le, raison, etat, etat_depuis, saisi_par, saisi_le)
        values (?, ?, ?::date, 'Essai', 'EN_COURS', now(), 'essai', now())""").params(personne.id(), referent, le).update();
    if (sortieLe != null) {
      chargement.sql("""
          update accompagnement.intensif set etat = 'SORTIE', sorti_le = ?::date, sortie_motif = 'EMPLOI', sortie_par = 'essai' where personne_id = ?""")
          .params(sortieLe, personne.id()).update();
    }
  }
}
