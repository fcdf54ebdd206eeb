package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.echeances.BalayerLesEcheances;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.application.MaintenirParcoursSocial;
import fr.jalon.orientation.application.MaintenirParcoursSocial.Bilan;
import fr.jalon.orientation.domaine.Avis;
import fr.jalon.orientation.domaine.Maintien;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.lecture.FiltresDeReexamens;
import fr.jalon.orientation.lecture.FiltresDeReexamens.File;
import fr.jalon.orientation.lecture.LigneDeReexamen;
import fr.jalon.orientation.lecture.ListeDesReexamens;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Structures;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The review that keeps a parcours social, one by one or as a list. Today is 20 October 2025. */
@EssaiArdeche
class MaintenirParcoursSocialTest {
  private static final LocalDate LE = LocalDate.of(2025, 10, 17);
  private static final Avis AVIS = new Avis(LocalDate.of(2025, 10, 14), Avis.Sens.FAVORABLE);
  private static final Perimetre SECRETAIRE = EnTantQue.territoire(2, "DOSSIERS", "ENTREES", "ORIENTATIONS", "REORIENTATIONS");
  @Autowired
  Dossiers dossiers;
  @Autowired
  EnregistrerOrientation enregistrer;
  @Autowired
  MaintenirParcoursSocial maintenir;
  @Autowired
  ListeDesReexamens liste;
  @Autowired
  BalayerLesEcheances balayer;
  @Autowired
  Structures structures;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void un_reexamen_en_retard_se_maintient_et_le_suivant_court_de_la_decision() {
    long suivi = sociale("RETARDEE", LocalDate.of(2025, 3, 3));
    assertThat(lignes(File.RETARD, "retardee")).singleElement().satisfies(l -> assertThat(l.limite()).isEqualTo("2025-09-03"));
    Bilan bilan = maintenir(List.of(suivi), new Maintien(LE, "Soins en cours", AVIS));
    assertThat(bilan.maintiens()).hasSize(1);
    assertThat(echeance(suivi)).isEqualTo("OUVERTE 2026-04-17");
    assertThat(lignes(File.RETARD, "retardee")).isEmpty();
    assertThat(lignes(File.PLUS_TARD, "retardee")).singleElement().satisfies(l -> assertThat(l.maintenuLe()).isEqualTo(LE));
    balayer.executer("essai");
    assertThat(echeance(suivi)).as("le balayage ne défait rien").isEqualTo("OUVERTE 2026-04-17");
  }

  @Test
  void annuler_un_maintien_rend_le_reexamen_dû_a_sa_limite_d_avant() {
    long suivi = sociale("ANNULEE", LocalDate.of(2025, 3, 3));
    List<Long> faits = maintenir(List.of(suivi), new Maintien(LE, "Soins en cours", AVIS)).maintiens();
    EnTantQue.agir(SECRETAIRE, () -> {
      maintenir.annuler(faits, "Erreur de saisie");
      return null;
    });
    assertThat(echeance(suivi)).isEqualTo("OUVERTE 2025-09-03");
    assertThatThrownBy(() -> EnTantQue.agir(SECRETAIRE, () -> {
      maintenir.annuler(faits, "Encore");
      return null;
    })).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("MAINTIEN_CHANGE"));
  }

  @Test
  void une_liste_se_maintient_toute_ou_pas_du_tout_et_le_second_agent_apprend_qui_l_a_fait() {
    long une = sociale("LISTEUNE", LocalDate.of(2025, 3, 3));
    long autre = sociale("LISTEAUTRE", LocalDate.of(2025, 3, 4));
    maintenir(List.of(une), new Maintien(LE, "Soins en cours", AVIS));
    Bilan refuse = maintenir(List.of(une, autre), new Maintien(LE, "Logement à trouver", AVIS));
    assertThat(refuse.refus()).containsOnlyKeys(une);
    assertThat(refuse.refus().get(une)).contains("déjà maintenu le 17/10/2025 par agent.territoire");
    assertThat(echeance(autre)).isEqualTo("OUVERTE 2025-09-04");
    assertThat(maintenir(List.of(autre), new Maintien(LE, "Logement à trouver", AVIS)).maintiens()).hasSize(1);
  }

  @Test
  void sans_l_avis_de_l_equipe_pluridisciplinaire_le_maintien_est_refuse_avec_son_article() {
    long suivi = sociale("SANSAVIS", LocalDate.of(2025, 3, 3));
    assertThatThrownBy(() -> maintenir(List.of(suivi), new Maintien(LE, "Soins en cours", null)))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code() + r.article()).isEqualTo("AVIS_ABSENTL. 262-31 CASF"));
  }

  @Test
  void un_fichier_qui_suspend_le_droit_arrete_le_reexamen_sans_attendre_la_nuit() {
    Personne p = personne("FICHIER");
    long suivi = orienter(p, LocalDate.of(2025, 6, 2));
    dossiers.fichier(LocalDate.of(2025, 10, 10), LocalDate.of(2025, 10, 11), p, "4", true);
    assertThat(echeance(suivi)).isEqualTo("SUSPENDUE 2025-12-02");
  }

  @Test
  void une_personne_d_un_autre_territoire_ne_se_maintient_pas() {
    long suivi = sociale("LOINTAINE", LocalDate.of(2025, 3, 3));
    Bilan bilan = EnTantQue.agir(EnTantQue.territoire(3, "DOSSIERS", "ENTREES", "ORIENTATIONS"),
        () -> maintenir.executer(List.of(suivi), new Maintien(LE, "Soins en cours", AVIS), false));
    assertThat(bilan.refus()).containsOnlyKeys(suivi);
  }

  private Bilan maintenir(List<Long> suivis, Maintien decision) {
    return EnTantQue.agir(SECRETAIRE, () -> maintenir.executer(suivis, decision, true));
  }

  private List<LigneDeReexamen> lignes(File file, String nom) {
    return EnTantQue.agir(SECRETAIRE, () -> liste.toutes(new FiltresDeReexamens(file, null, null, null, nom, 1)));
  }

  private Personne personne(String nom) {
    return dossiers.entrante(nom, 2, LocalDate.of(2025, 3, 3));
  }

  private long sociale(String nom, LocalDate notifie) {
    return orienter(personne(nom), notifie);
  }

  private long orienter(Personne p, LocalDate notifie) {
    return EnTantQue.agir(SECRETAIRE, () -> enregistrer.executer(
        new NouvelleOrientation(p.id(), Parcours.SOCIAL, structures.organisations().stream().filter(o -> o.prend("SOCIAL")).findFirst().orElseThrow()
            .id(), null, notifie)));
  }

  private String echeance(long suivi) {
    return base.sql("select etat || ' ' || limite_legale from echeances.echeance where nature = 'REEXAMEN_SOCIAL' and objet_id = ?").param(suivi)
        .query(String.class).single();
  }
}
