package fr.jalon.allocataires.domaine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermesDeRechercheTest {
  @ParameterizedTest
  @ValueSource(strings = {"23/03/1977", "23031977", "1977-03-23", "23-03-1977", "23.3.1977", "23 03 1977", "23 mars 1977", "  23/3/1977 "})
  void comprend_une_date_de_naissance_sous_toutes_ses_formes(String texte) {
    assertThat(TermesDeRecherche.lire(texte)).isEqualTo(new TermesDeRecherche(List.of(), LocalDate.of(1977, 3, 23), null, List.of()));
  }

  @Test
  void comprend_un_nom_et_une_annee() {
    assertThat(TermesDeRecherche.lire("Martin 1977")).isEqualTo(new TermesDeRecherche(List.of("martin"), null, 1977, List.of()));
  }

  @Test
  void comprend_une_date_au_milieu_d_un_nom_compose_et_accentue() {
    assertThat(TermesDeRecherche.lire("Lefèvre-Dûbois 1er août 1990 Éléonore"))
        .isEqualTo(new TermesDeRecherche(List.of("lefevre", "dubois", "eleonore"), LocalDate.of(1990, 8, 1), null, List.of()));
  }

  @Test
  void comprend_un_numero_de_demande_et_un_numero_d_allocataire() {
    assertThat(TermesDeRecherche.lire("07100000001").numeros()).containsExactly("07100000001");
    assertThat(TermesDeRecherche.lire("0123456 tifour")).isEqualTo(new TermesDeRecherche(List.of("tifour"), null, null, List.of("0123456")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"06 12 34 56 78", "06.12.34.56.78", "+33 6 12 34 56 78", "0033612345678", "+33 (0)6 12 34 56 78"})
  void comprend_un_telephone_avec_ses_espaces(String texte) {
    assertThat(TermesDeRecherche.lire(texte + " martin")).isEqualTo(new TermesDeRecherche(List.of("martin"), null, null, List.of("+33612345678")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0692 12 34 56", "0692.12.34.56", "06 92 12 34 56", "+262 692 12 34 56", "0692123456"})
  void comprend_un_telephone_d_outre_mer_comme_on_l_ecrit_la_bas(String texte) {
    assertThat(fr.jalon.socle.Coordonnees.telephone(TermesDeRecherche.lire("payet " + texte).numeros().getFirst())).isEqualTo("+262692123456");
    assertThat(TermesDeRecherche.lire("payet " + texte).numeros()).hasSize(1);
  }

  @Test
  void comprend_un_courriel_et_ne_prend_pas_une_date_suivie_d_un_numero_pour_un_telephone() {
    assertThat(TermesDeRecherche.lire("Ana.Un@Exemple.fr").courriel()).isEqualTo("ana.un@exemple.fr");
    assertThat(TermesDeRecherche.lire("12 05 1985 06 12 34 56 78"))
        .isEqualTo(new TermesDeRecherche(List.of(), LocalDate.of(1985, 5, 12), null, List.of("+33612345678")));
    assertThat(TermesDeRecherche.lire("001000600000000").numeros()).containsExactly("001000600000000");
  }

  @Test
  void ne_prend_pas_un_jour_qui_n_existe_pas_pour_une_date() {
    assertThat(TermesDeRecherche.lire("31/02/1977").naissance()).isNull();
    assertThat(TermesDeRecherche.lire("99999999").naissance()).isNull();
  }

  @Test
  void ne_cherche_rien_quand_rien_n_est_ecrit() {
    assertThat(TermesDeRecherche.lire(null).vides()).isTrue();
    assertThat(TermesDeRecherche.lire("  ").vides()).isTrue();
  }
}
