package fr.jalon.socle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FautesTest {
  @Test
  void tout_ce_qui_ne_va_pas_est_dit_ensemble_dans_l_ordre_du_formulaire() {
    Fautes fautes = new Fautes().exiger(false, "nom", "NOM", "Donnez un nom.").exiger(true, "adresse", "ADRESSE", "Donnez une adresse.")
        .exiger(false, "fin", "DATES", "Le dernier jour vient après le premier.", "L. 262-31 CASF");
    assertThatThrownBy(fautes::lever).isInstanceOfSatisfying(SaisieRefusee.class, r -> {
      assertThat(r.champs()).containsExactly("nom", "fin");
      assertThat(r).hasMessage("Donnez un nom. Le dernier jour vient après le premier.");
      assertThat(r.code()).as("celui de la première, que connaissent l'API et ses clients").isEqualTo("NOM");
      assertThat(r.fautes().get("fin").article()).isEqualTo("L. 262-31 CASF");
    });
  }

  @Test
  void un_champ_ne_dit_que_sa_premiere_faute() {
    Fautes fautes = new Fautes().exiger(false, "du", "ABSENT", "Indiquez le premier jour.").exiger(false, "du", "PASSE", "Ce jour est passé.");
    assertThat(fautes.bon("du")).isFalse();
    assertThat(fautes.bon("au")).isTrue();
    assertThatThrownBy(fautes::lever).hasMessage("Indiquez le premier jour.");
  }

  @Test
  void une_valeur_illisible_donne_sa_phrase_a_son_champ_et_la_suite_est_lue() {
    Fautes fautes = new Fautes();
    assertThat(fautes.<String>lire("telephone", () -> Coordonnees.telephone("bonjour"))).isNull();
    assertThat(fautes.<String>lire("courriel", () -> Coordonnees.courriel("ana@exemple.fr"))).isEqualTo("ana@exemple.fr");
    assertThatThrownBy(fautes::lever).isInstanceOfSatisfying(SaisieRefusee.class, r -> assertThat(r.champs()).containsExactly("telephone"))
        .hasMessage("« bonjour » n'est pas un numéro de téléphone : dix chiffres (06 12 34 56 78), ou + et l'indicatif de son pays.");
  }

  @Test
  void ce_que_refuse_une_partie_rejoint_le_reste_a_son_propre_champ() {
    Fautes fautes = new Fautes().exiger(false, "raison", "MOTIF_ABSENT", "Dites pourquoi.");
    fautes.lire("avis", () -> {
      throw new SaisieRefusee("avisLe", new RefusMetier("AVIS_INCOMPLET", "Donnez la date."));
    });
    assertThatThrownBy(fautes::lever).isInstanceOfSatisfying(SaisieRefusee.class, r -> assertThat(r.champs()).containsExactly("raison", "avisLe"));
  }

  @Test
  void sans_faute_rien_n_est_refuse() {
    assertThatCode(() -> new Fautes().exiger(true, "nom", "NOM", "Donnez un nom.").lever()).doesNotThrowAnyException();
  }
}
