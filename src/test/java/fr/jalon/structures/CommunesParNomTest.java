package fr.jalon.structures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommunesParNomTest {
  private final CommunesParNom communes = new CommunesParNom();

  @BeforeEach
  void quelques_communes_d_ardeche() {
    communes.ajouter("07064", "Le Cheylard", "07160", true);
    communes.ajouter("07222", "Saint-Cierge-sous-le-Cheylard", "07160", true);
    communes.ajouter("07132", "Largentière", "07110", true);
    communes.ajouter("07319", "Le Teil", "07400", true);
    communes.ajouter("07324", "Tournon-sur-Rhône", "07300", true);
    communes.ajouter("07255", "Saint-Julien-du-Serre", "07200", true);
    communes.ajouter("07257", "Saint-Julien-Vocance", "07690", true);
    communes.ajouter("07016", "Aubenas-les-Alpes", "07200", true);
    communes.ajouter("07253", "Saint-Julien-Labrousse", "07200", true);
  }

  @ParameterizedTest
  @CsvSource({"07300, TOURNON, 07324", "07300, TOURNON S/ RHONE, 07324", "07300, TOURNON S/RHONE, 07324",
      "07300, TOURNON SUR RHONE, 07324", "07400, TEIL, 07319",
      "07400, LE TEIL, 07319", "07160, CHEYLARD, 07064", "07110, L'ARGENTIERE, 07132", "07160, ST CIERGE S/S LE CHEYLARD, 07222",
          "07690, ST JULIEN, 07257"})
  void une_commune_ecrite_comme_on_la_dit_se_reconnait_avec_son_code_postal(String codePostal, String nom, String code) {
    assertThat(communes.code(codePostal, nom)).isEqualTo(code);
  }

  @Test
  void un_nom_incomplet_que_deux_communes_du_code_postal_portent_ou_sans_code_postal_ne_designe_personne() {
    assertThat(communes.code("07200", "ST JULIEN")).isNull();
    assertThat(communes.code(null, "TOURNON")).isNull();
    assertThat(communes.code("07000", "TOURNON")).isNull();
    assertThat(communes.code("07300", "TOUR")).as("un mot entier").isNull();
    assertThat(communes.code("07300", "")).isNull();
  }
}
