package fr.jalon.courriers.domaine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a SMS costs, to whom it may leave, and the number printed on a letter. */
class SmsTest {
  @Test
  void cent_soixante_lettres_font_un_sms_et_une_de_plus_en_fait_deux() {
    assertThat(Sms.de("é".repeat(160))).extracting(Sms::nombre, Sms::gsm7).containsExactly(1, true);
    assertThat(Sms.de("é".repeat(161)).nombre()).isEqualTo(2);
    assertThat(Sms.de("a".repeat(306)).nombre()).isEqualTo(2);
    assertThat(Sms.de("a".repeat(307)).nombre()).isEqualTo(3);
  }

  @Test
  void le_signe_euro_compte_pour_deux() {
    assertThat(Sms.de("€".repeat(80)).nombre()).isEqualTo(1);
    assertThat(Sms.de("€".repeat(81)).nombre()).isEqualTo(2);
  }

  @Test
  void une_lettre_rare_est_remplacee_seulement_quand_cela_economise_un_sms() {
    assertThat(Sms.de("Fête").texte()).isEqualTo("Fête");
    assertThat(Sms.de("Être là, ça « aide » : cœur d’or… ".repeat(3)).texte()).isEqualTo(("Etre là, ca \" aide \" : coeur d'or... ".repeat(3)));
    assertThat(Sms.de("日".repeat(100))).extracting(Sms::nombre, Sms::gsm7).containsExactly(2, false);
  }

  @Test
  void un_sms_ne_part_que_vers_un_mobile_francais() {
    assertThat(Sms.mobile("06 12 34 56 78")).contains("+33612345678");
    assertThat(Sms.mobile("0033 7.12.34.56.78")).contains("+33712345678");
    assertThat(Sms.mobile("0692 12 34 56")).contains("+262692123456");
    assertThat(Sms.mobile("+596696123450")).contains("+596696123450");
    assertThat(Sms.mobile("+590 690 12 34 51")).contains("+590690123451");
    assertThat(Sms.mobile("+594694123459")).contains("+594694123459");
    assertThat(Sms.mobile("+262262123456")).isEmpty();
    assertThat(Sms.mobile("+33 (0)6 12 34 56 78")).contains("+33612345678");
    for (String autre : new String[] {"04 75 00 00 00", "+32 470 12 34 56", "612345678", "", "06 12 34 56 7", "06 12 34 56 78 9"}) {
      assertThat(Sms.mobile(autre)).as(autre).isEmpty();
    }
    assertThat(Sms.mobile(null)).isEmpty();
  }

  @Test
  void un_chiffre_faux_ou_deux_chiffres_echanges_dans_le_numero_d_une_lettre_se_voient() {
    IntStream.of(1, 7, 42, 1234, 999_999).forEach(id -> {
      String numero = NumeroDeLettre.de(id);
      assertThat(NumeroDeLettre.lire(" n° " + numero + " ")).hasValue(id);
      assertThat(NumeroDeLettre.lire(numero.replace("-", ""))).hasValue(id);
      String chiffres = numero.replace("-", "");
      for (int i = 0; i < chiffres.length(); i++) {
        char faux = (char) ('0' + (chiffres.charAt(i) - '0' + 3) % 10);
        assertThat(NumeroDeLettre.lire(chiffres.substring(0, i) + faux + chiffres.substring(i + 1))).as(chiffres).isEmpty();
      }
    });
    assertThat(NumeroDeLettre.lire("1324-4").equals(NumeroDeLettre.lire("1234-4"))).isFalse();
    assertThat(NumeroDeLettre.lire("douze")).isEmpty();
    assertThat(NumeroDeLettre.lire(null)).isEmpty();
  }

  @Test
  void le_courriel_se_lit_aussi_sans_mise_en_page() {
    assertThat(TexteBrut.de("<p>Bonjour <strong>P&amp;R</strong>,</p>\n<ul>\n<li>un</li>\n<li>deux</li>\n</ul>\n<p>Fin<br />ici</p>\n"))
        .isEqualTo("Bonjour P&R,\n\n- un\n\n- deux\n\nFin\nici");
  }

  @Test
  void chaque_etat_se_quitte_comme_le_dit_la_regle() {
    assertThat(EtatMessage.ENVOYE.precedents()).containsExactlyInAnyOrder("EN_COURS", "NON_DISTRIBUE");
    assertThat(EtatMessage.ABANDONNE.precedents()).doesNotContain("ENVOYE", "REMIS", "EN_BOITE");
    assertThat(EtatMessage.REMIS.suivants()).isEmpty();
  }
}
