package fr.jalon.ecran;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An address to come back to leads to a page of this site, whoever wrote it. */
class AdresseDePageTest {

  @Test
  void une_adresse_ou_revenir_ne_mene_jamais_a_un_autre_site() {
    for (String adresse : List.of("/\\hote", "//hote", "/\\/hote", "\\\\hote", "https://hote", "javascript:alert(1)", "hote", "",
        "/a\r\nSet-Cookie: x=y", "/a\nb", "/a\u0085b", "/a\u2028b",
        "/{x}", "/dossier/1?x=\\y", " /a")) {
      assertThat(AdresseDePage.locale(adresse)).as(adresse).isFalse();
      assertThat(AdresseDePage.localeOu(adresse, "/nouveaux-entrants")).isEqualTo("/nouveaux-entrants");
    }
    for (String adresse : List.of("/", "/dossier/12", "/nouveaux-entrants?territoire=3&q=Saint-%C3%89tienne+le+Lac",
        "/informations-collectives/4#ligne-7", "/nouveaux-entrants?q=Saint Paul")) {
      assertThat(AdresseDePage.locale(adresse)).as(adresse).isTrue();
    }
    assertThat(AdresseDePage.locale(null)).isFalse();
  }
}
