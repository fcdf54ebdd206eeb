package fr.jalon.parametres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.socle.RefusMetier;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EssaiArdeche
class ParametresTest {
  @Autowired
  Parametres parametres;
  @Autowired
  ChangerUneValeur changer;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void le_delai_legal_change_le_1er_janvier_2025() {
    assertThat(parametres.valeur("orientation.delai_legal", LocalDate.of(2024, 12, 31)).duree()).isEqualTo(Period.ofMonths(2));
    Valeur depuis = parametres.valeur("orientation.delai_legal", LocalDate.of(2025, 1, 1));
    assertThat(depuis.jours()).isEqualTo(42);
    assertThat(depuis.depuis()).isEqualTo(LocalDate.of(2025, 1, 1));
    assertThat(depuis.reference()).startsWith("D. 262-65-2 CASF");
    assertThat(depuis.confiance()).isEqualTo(Confiance.H);
    assertThat(depuis.origine()).isEqualTo(Origine.LOI);
  }

  @Test
  void une_duree_en_mois_ne_se_compte_pas_en_jours() {
    assertThatThrownBy(() -> parametres.jours("orientation.delai_legal", LocalDate.of(2024, 6, 1))).hasMessageContaining("ne se compte pas en jours");
    assertThat(parametres.terme("orientation.delai_legal", LocalDate.of(2024, 12, 31))).isEqualTo(LocalDate.of(2025, 2, 28));
  }

  @Test
  void le_departement_ajoute_ses_propres_valeurs() {
    Valeur cible = parametres.valeur("orientation.delai_cible", LocalDate.of(2025, 9, 1));
    assertThat(cible.duree()).isEqualTo(Period.ofWeeks(6));
    assertThat(cible.origine()).isEqualTo(Origine.DEPARTEMENT);
  }

  @Test
  void une_date_sans_valeur_est_une_erreur_qui_le_dit() {
    assertThatThrownBy(() -> parametres.valeur("orientation.delai_legal", LocalDate.of(2000, 1, 1)))
        .hasMessageContaining("orientation.delai_legal").hasMessageContaining("2000-01-01");
    assertThat(parametres.chercher("orientation.delai_legal", LocalDate.of(2000, 1, 1))).isEmpty();
    assertThatThrownBy(() -> parametres.valeur("inconnu", LocalDate.of(2025, 1, 1))).hasMessageContaining("inconnu");
  }

  @Test
  void une_valeur_saisie_l_emporte_a_partir_de_sa_date_et_la_derniere_saisie_compte() {
    saisir("15", "Essai");
    saisir("20", "Correction");
    assertThat(parametres.jours("orientation.objectif_rapide_jours", LocalDate.of(2029, 12, 31))).isEqualTo(15);
    Valeur saisie = parametres.valeur("orientation.objectif_rapide_jours", LocalDate.of(2030, 1, 1));
    assertThat(saisie.entier()).isEqualTo(20);
    assertThat(saisie.origine()).isEqualTo(Origine.SAISIE);
    assertThat(saisie.reference()).isEqualTo("Correction (saisi par agent)");
  }

  @Test
  void seul_qui_tient_les_parametres_en_saisit_et_rien_ne_s_efface() {
    assertThatThrownBy(() -> EnTantQue.agir(EnTantQue.partout("DOSSIERS"), () -> {
      changer.executer("orientation.objectif_rapide_jours", LocalDate.of(2035, 1, 1), "10", "Essai", false);
      return null;
    })).isInstanceOf(DataAccessException.class);
    saisir("15", "Essai");
    assertThatThrownBy(() -> base.sql("delete from parametres.valeur").update()).hasMessageContaining("ne s'efface pas");
  }

  @Test
  void le_delai_de_la_loi_pour_orienter_ana_ne_se_change_pas_sans_le_vouloir_et_aucun_delai_n_est_nul_ou_en_lettres() {
    assertThatThrownBy(() -> regler("orientation.delai_legal", "30 jours")).isInstanceOfSatisfying(RefusMetier.class, r -> {
      assertThat(r.code()).isEqualTo("VALEUR_DE_LA_LOI");
      assertThat(r.article()).as("celui qui sera en vigueur ce jour-là").startsWith("D. 262-65-2 CASF (décret n° 2024-1244");
    });
    assertThat(parametres.parametre("orientation.delai_legal").orElseThrow().article(LocalDate.of(2024, 12, 31)))
        .startsWith("R. 262-65-2 CASF, ancienne rédaction");
    for (String impossible : List.of("zéro", "0", "-3", "123456", "")) {
      refuse("orientation.objectif_rapide_jours", impossible, "Écrivez un nombre entier plus grand que zéro.");
    }
    refuse("orientation.delai_legal", "bientôt", "Écrivez une durée : 42 jours, 6 semaines ou 2 mois.");
    assertThat(base.sql("select count(*) from parametres.valeur where depuis = date '2041-01-01'").query(Integer.class).single()).isZero();
  }

  private void refuse(String cle, String valeur, String phrase) {
    assertThatThrownBy(() -> regler(cle, valeur)).as(valeur)
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("VALEUR_IMPOSSIBLE")).hasMessage(phrase);
  }

  /** From a year where no other test of this database writes a value. */
  private void regler(String cle, String valeur) {
    EnTantQue.agir(EnTantQue.partout("PARAMETRES"), () -> {
      changer.executer(cle, LocalDate.of(2041, 1, 1), valeur, "Essai", false);
      return null;
    });
  }

  /** An agent decides a list while a colleague changes the value: all of the list is decided with the same one. */
  @Test
  void une_liste_se_decide_avec_la_meme_valeur_jusqu_a_la_fin() {
    LocalDate au = LocalDate.of(2030, 1, 1);
    int avant = parametres.jours("orientation.objectif_rapide_jours", au);
    EnTantQue.agir(EnTantQue.partout("PARAMETRES"), () -> transaction.execute(_ -> {
      assertThat(parametres.jours("orientation.objectif_rapide_jours", au)).isEqualTo(avant);
      CompletableFuture.runAsync(() -> saisir(Integer.toString(avant + 3), "Un collègue")).join();
      assertThat(parametres.jours("orientation.objectif_rapide_jours", au)).isEqualTo(avant);
      return null;
    }));
    assertThat(parametres.jours("orientation.objectif_rapide_jours", au)).as("la suivante").isEqualTo(avant + 3);
  }

  @Test
  void qui_change_une_valeur_la_lit_changee_aussitot() {
    LocalDate au = LocalDate.of(2030, 1, 1);
    EnTantQue.agir(EnTantQue.partout("PARAMETRES"), () -> transaction.execute(_ -> {
      int avant = parametres.jours("orientation.objectif_rapide_jours", au);
      saisir(Integer.toString(avant + 2), "Essai");
      assertThat(parametres.jours("orientation.objectif_rapide_jours", au)).isEqualTo(avant + 2);
      return null;
    }));
  }

  @Test
  void tous_les_parametres_se_lisent() {
    assertThat(parametres.tous()).extracting(Parametre::cle).contains("orientation.delai_legal", "orientation.delai_cible",
        "orientation.suspension_longue_mois", "orientation.reprise_apres_suspension", "echeances.proche_jours");
    assertThat(parametres.tous()).allSatisfy(p -> assertThat(p.valeurs()).allSatisfy(v -> assertThat(v.reference()).isNotBlank()));
  }

  private void saisir(String valeur, String motif) {
    EnTantQue.agir(EnTantQue.partout("PARAMETRES"), () -> {
      changer.executer("orientation.objectif_rapide_jours", LocalDate.of(2030, 1, 1), valeur, motif, false);
      return null;
    });
  }
}
