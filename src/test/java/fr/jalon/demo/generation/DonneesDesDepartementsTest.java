package fr.jalon.demo.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The data files of the four Départements. */
class DonneesDesDepartementsTest {
  private static final Map<String, Commune> COMMUNES = Communes.deFrance();

  @ParameterizedTest
  @ValueSource(strings = {"07", "26", "06", "01"})
  void chaque_commune_du_departement_est_dans_un_territoire_et_un_seul(String code) {
    List<String> dansUnTerritoire = DepartementDemo.lire(code).territoires().stream().flatMap(t -> t.communes().stream()).map(Commune::code).toList();
    List<String> toutes = COMMUNES.values().stream().filter(c -> c.departement().equals(code)).map(Commune::code).toList();
    assertThat(dansUnTerritoire).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(toutes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"07", "26", "06", "01"})
  void les_organismes_servent_des_territoires_connus_et_chaque_territoire_a_les_trois_natures(String code) {
    DepartementDemo demo = DepartementDemo.lire(code);
    List<String> territoires = demo.territoires().stream().map(DepartementDemo.Territoire::code).toList();
    assertThat(demo.structures()).allSatisfy(s -> {
      assertThat(territoires).containsAll(s.territoires());
      assertThat(s.nature()).isIn("DEPARTEMENT", "FRANCE_TRAVAIL", "EXTERNE");
      assertThat(s.referents()).isNotEmpty().allSatisfy(r -> assertThat(r.courriel()).endsWith("@exemple.fr"));
    });
    assertThat(demo.structures().stream().flatMap(s -> s.referents().stream()).map(DepartementDemo.Referent::courriel)).doesNotHaveDuplicates();
    for (String territoire : territoires) {
      assertThat(demo.structures().stream().filter(s -> s.territoires().contains(territoire)).map(DepartementDemo.Structure::nature))
          .as(territoire).contains("DEPARTEMENT", "FRANCE_TRAVAIL", "EXTERNE");
    }
    assertThat(demo.effectif().keySet()).containsExactlyInAnyOrderElementsOf(territoires);
    assertThat(demo.tns().keySet()).containsExactlyInAnyOrderElementsOf(territoires);
    assertThat(Donnees.lire("/departements/" + code + "/objectifs.yaml").liste("objectifs")).isNotEmpty()
        .allSatisfy(o -> assertThat(o.texte("source")).isNotBlank());
    assertThat(Donnees.lire("/departements/" + code + "/parametres.yaml").liste("parametres")).isNotEmpty()
        .allSatisfy(p -> assertThat(p.liste("valeurs")).allSatisfy(v -> assertThat(v.texte("source")).isNotBlank()));
  }

  @Test
  void un_departement_inconnu_est_refuse_en_disant_ceux_qui_existent() {
    assertThatThrownBy(() -> DepartementDemo.lire("99")).hasMessageContaining("07, 26, 06 ou 01");
  }
}
