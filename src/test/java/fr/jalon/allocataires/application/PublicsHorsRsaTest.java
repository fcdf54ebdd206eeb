package fr.jalon.allocataires.application;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.domaine.PublicHorsRsa;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The publics outside the RSA, as the plans share them and as each Département says them. */
class PublicsHorsRsaTest {
  @Test
  void chaque_departement_dit_les_publics_de_son_plan_et_chacun_a_son_nom_dans_les_chiffres() throws IOException {
    String dimensions = Files.readString(Path.of("src/main/resources/indicateurs/dimensions.yaml"));
    for (String departement : List.of("01", "06", "07", "26")) {
      List<PublicHorsRsa> publics = PublicsHorsRsa.lire(departement);
      assertThat(publics).as(departement).hasSizeGreaterThanOrEqualTo(6).allSatisfy(p -> {
        assertThat(p.code()).matches("[A-Z][A-Z_]{1,39}");
        assertThat(p.libelle()).isNotBlank();
        assertThat(p.aide()).endsWith(".");
        assertThat(dimensions).as("à nommer dans dimensions.yaml").contains("\"" + p.code() + "\":");
      });
      assertThat(publics).as(departement + " : ce que le plan nomme").anyMatch(p -> p.plan() != null);
    }
  }

  @Test
  void un_departement_sans_fichier_a_ceux_que_les_plans_partagent() {
    assertThat(PublicsHorsRsa.lire("99")).extracting(PublicHorsRsa::code)
        .containsExactly("JEUNE", "TRAVAILLEUR_PAUVRE", "CHOMAGE_LONG", "SALARIE_EN_INSERTION", "SPIE", "PARTENAIRE_DU_FOYER");
    assertThat(Stream.of("01", "06", "07", "26").flatMap(d -> PublicsHorsRsa.lire(d).stream())).allMatch(PublicHorsRsa::propose);
  }
}
