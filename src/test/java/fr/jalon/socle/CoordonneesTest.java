package fr.jalon.socle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordonneesTest {
  @ParameterizedTest
  @CsvSource({"0692 12 34 56,+262692123456", "06 93 12 34 57,+262693123457", "0690123458,+590690123458", "0691123458,+590691123458",
      "0694123459,+594694123459",
      "0696123450,+596696123450", "0697123450,+596697123450", "+590 690 12 34 51,+590690123451", "00262692123452,+262692123452",
          "+262 0692 12 34 53,+262692123453",
      "+33 692 12 34 56,+262692123456", "692123456,+262692123456", "262692123456,+262692123456", "0639 01 02 03,+262639010203",
      "0262 12 34 56,+262262123456",
      "06 39 98 00 04,+33639980004", "0612345678,+33612345678", "33612345678,+33612345678", "+33 (0)6 12 34 56 78,+33612345678",
      "06/12/34/56/78,+33612345678",
      "+32 470 12 34 56,+32470123456", "+213 551 23 45 67,+213551234567", "+33 0612345678,+33612345678", "0709 01 12 34,+590709011234",
      "+33 639 01 02 03,+262639010203",
      "+262 612 34 56 78,+33612345678", "0692 99 99 99,+262692999999", "0697 99 99 99,+596697999999", "02 61 91 00 01,+33261910001",
      "+590 694 12 34 59,+590694123459"})
  void un_numero_a_son_pays_outre_mer_compris(String ecrit, String garde) {
    assertThat(Coordonnees.telephone(ecrit)).isEqualTo(garde);
  }

  @ParameterizedTest
  @ValueSource(strings = {"04 75 64 00 09 / 06 12 34 00 09", "0475640009;0612340009", "04.75.64.00.09 ou 06.12.34.00.09",
      "06 12 34 00 09 et 06 99 99 99 99"})
  void de_plusieurs_numeros_le_mobile_est_pris(String ecrit) {
    assertThat(Coordonnees.telephone(ecrit)).isEqualTo("+33612340009");
  }

  @ParameterizedTest
  @ValueSource(strings = {"04 75 64 00 09 / 06 12 34 00 09", "06 12 34 00 09 et 06 99 99 99 99", "06 12 34 00 09 / bureau",
      "06 12 34 00 09 / 04 75 64 00 0"})
  void qui_ecrit_plusieurs_numeros_choisit_lui_meme(String ecrit) {
    assertThatThrownBy(() -> Coordonnees.unTelephone(ecrit)).hasMessageContaining("un seul numéro");
    assertThat(Coordonnees.unTelephone("06/12/34/00/09")).isEqualTo("+33612340009");
  }

  @Test
  void qui_ecrit_deux_adresses_choisit_lui_meme() {
    assertThatThrownBy(() -> Coordonnees.unCourriel("ana@exemple.fr, bruno@exemple.fr")).hasMessageContaining("une seule adresse");
    assertThat(Coordonnees.unCourriel("Ana <ana@exemple.fr>")).isEqualTo("ana@exemple.fr");
    assertThat(Coordonnees.unCourriel("ana@exemple.fr.")).isEqualTo("ana@exemple.fr");
  }

  @ParameterizedTest
  @CsvSource({"+33612345678,06 12 34 56 78", "+262692123456,0692 12 34 56", "+33639980004,06 39 98 00 04",
      "+32470123456,+32 470 12 34 56", "poste 12,poste 12"})
  void un_numero_se_lit_comme_on_le_compose(String garde, String lu) {
    assertThat(Coordonnees.lisible(garde)).isEqualTo(lu);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "+3361234567", "+336123456789", "+262 692 12 34", "06 12 34 56", "bonjour", "06 JALON 12", "+999 123456789",
      "+32 1", "0012"})
  void un_numero_trop_court_ou_trop_long_est_refuse(String ecrit) {
    assertThatThrownBy(() -> Coordonnees.telephone(ecrit)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("n'est pas un numéro de téléphone");
  }

  @Test
  void un_fixe_n_est_pas_un_mobile_ici_ni_outre_mer() {
    for (String fixe : new String[] {"04 75 64 00 04", "09 75 64 00 04", "0262 12 34 56", "0590 12 34 56", "0594 12 34 56", "0596 12 34 56"}) {
      assertThat(Coordonnees.fixe(Coordonnees.telephone(fixe))).as(fixe).isTrue();
      assertThat(Coordonnees.mobile(Coordonnees.telephone(fixe))).as(fixe).isFalse();
    }
    for (String mobile : new String[] {"06 12 34 56 78", "07 12 34 56 78", "0692 12 34 56", "0690 12 34 56", "0694 12 34 56",
        "0696 12 34 56", "0639 01 02 03"}) {
      assertThat(Coordonnees.mobile(Coordonnees.telephone(mobile))).as(mobile).isTrue();
      assertThat(Coordonnees.fixe(Coordonnees.telephone(mobile))).as(mobile).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"ana.un@exemple.fr.,ana.un@exemple.fr", "<ana.deux@exemple.fr>,ana.deux@exemple.fr", "Ana.Cinq@Exemple.FR,ana.cinq@exemple.fr",
      "Ana Deux <ana.deux@exemple.fr>,ana.deux@exemple.fr", "mailto:ana@exemple.fr,ana@exemple.fr", "\u00a0ana@exemple.fr\u00a0,ana@exemple.fr",
          "ana@exemple.fr\u200b,ana@exemple.fr", "'ana@exemple.fr ; autre@exemple.fr',ana@exemple.fr",
      "\"\"\"ana@exemple.fr\"\"\",ana@exemple.fr", "o'brien+rsa@sous.domaine-exemple.fr,o'brien+rsa@sous.domaine-exemple.fr"})
  void une_adresse_collee_d_une_messagerie_est_nettoyee(String ecrite, String gardee) {
    assertThat(Coordonnees.courriel(ecrite)).isEqualTo(gardee);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana..trois@exemple.fr", "ana@exemple..fr", ".ana@exemple.fr", "ana.@exemple.fr", "ana@exemple", "ana@-exemple.fr",
      "ana deux@exemple.fr", "ana@exemple .fr",
      "anaé@exemple.fr", "ana@@exemple.fr", "@exemple.fr", "ana@", "sophie", "ana@exemple.f", "ana@exemple.fr@autre.fr"})
  void une_adresse_qui_ne_peut_rien_recevoir_est_refusee(String ecrite) {
    assertThatThrownBy(() -> Coordonnees.courriel(ecrite)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("n'est pas une adresse électronique");
  }

  @Test
  void une_adresse_plus_longue_que_la_norme_est_refusee() {
    assertThatThrownBy(() -> Coordonnees.courriel("a".repeat(65) + "@exemple.fr")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Coordonnees.courriel("a@" + "b".repeat(60).concat(".").repeat(5) + "fr")).isInstanceOf(IllegalArgumentException.class);
    assertThat(Coordonnees.courriel("a".repeat(64) + "@exemple.fr")).hasSize(75);
  }
}
