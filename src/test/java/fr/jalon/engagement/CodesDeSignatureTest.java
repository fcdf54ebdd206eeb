package fr.jalon.engagement;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import fr.jalon.courriers.Canal;
import fr.jalon.courriers.application.Passerelles;
import fr.jalon.courriers.application.Passerelles.Passerelle;
import fr.jalon.ecran.PageRefusee;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ana signs with a code that she receives on her telephone. See {@link EssaiDeContrats}. */
class CodesDeSignatureTest extends EssaiDeContrats {
  @Autowired
  Passerelles passerelles;
  private WireMockServer sms;

  @BeforeEach
  void une_passerelle_de_sms() {
    sms = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    sms.start();
    sms.stubFor(post(urlEqualTo("/sms")).willReturn(aResponse().withStatus(202)));
    systeme.agir("essai", () -> transaction.execute(_ -> {
      passerelles.regler(new Passerelle(Canal.SMS, "http://localhost:" + sms.port() + "/sms", null, null, null, true, "ARDECHE", null), "jeton");
      return null;
    }));
    preparer();
    nav.suivre(etape(nav, "presentation"));
  }

  @AfterEach
  void plus_de_passerelle() {
    base.sql("delete from courriers.passerelle").update();
    sms.stop();
  }

  private String codeRecu() {
    Matcher m = Pattern.compile("engagement : (\\d{6})").matcher(sms.getAllServeEvents().getFirst().getRequest().getBodyAsString());
    assertThat(m.find()).isTrue();
    return m.group(1);
  }

  private void verifier(String code, String refus, String phrase) {
    PageRefusee.dit(etape(nav, "code/verification", "code", code), refus, "code-verification-" + contrat(), phrase);
  }

  @Test
  void elle_signe_du_code_recu_qui_n_est_garde_nulle_part() {
    base.sql("update allocataires.personne set telephone = '+33639981234' where id = ?").param(ana.id()).update();
    verifier("123456", "SIGNATURE_SANS_CODE", "Envoyez d'abord un code");
    assertThat(nav.suivre(etape(nav, "code")).body()).contains("finit par 1234");
    String code = codeRecu();
    assertThat(base.sql("select code_empreinte from engagement.code_de_signature where personne_id = ?").param(ana.id()).query(String.class).single())
        .doesNotContain(code);
    assertThat(base.sql("select count(*) from courriers.message where personne_id = ? and contenu like '%code pour signer%'").param(ana.id())
        .query(Integer.class).single()).as("aucun collègue ne le lit").isZero();
    assertThat(nav.suivre(etape(nav, "code/verification", "code", code)).body()).contains("la signature de la personne est gardée");
    nav.suivre(etape(nav, "signature"));
    assertThat(etat()).isEqualTo("SIGNE");
    assertThat(base.sql("select moyen || ' ' || envoye_a from engagement.signature where personne_id = ? and qui = 'PERSONNE'").param(ana.id())
        .query(String.class).single()).isEqualTo("CODE 1234");
  }

  @Test
  void un_code_faux_compte_un_code_ancien_ou_trop_essaye_ne_sert_plus() {
    base.sql("update allocataires.personne set telephone = '+33639981234' where id = ?").param(ana.id()).update();
    nav.suivre(etape(nav, "code"));
    String faux = codeRecu().equals("000000") ? "000001" : "000000";
    for (int i = 0; i < 5; i++) {
      verifier(faux, "CODE_DE_SIGNATURE_FAUX", "Ce n'est pas le code envoyé");
    }
    verifier(codeRecu(), "CODE_DE_SIGNATURE_EPUISE", "Trop de codes faux");
    nav.suivre(etape(nav, "code"));
    horloge.regler(LE.atTime(9, 11));
    verifier(codeRecu(), "CODE_DE_SIGNATURE_PASSE", "Ce code est trop ancien");
  }

  @Test
  void sans_mobile_sans_passerelle_ou_quand_elle_ne_repond_pas_la_page_dit_comment_signer_autrement() {
    String code = page() + "/" + contrat() + "/code";
    PageRefusee.dit(nav.poster(code, Map.of()), "CODE_SANS_MOBILE", "Aucun téléphone mobile n'est connu");
    base.sql("update allocataires.personne set telephone = '+33639981234' where id = ?").param(ana.id()).update();
    sms.resetAll();
    PageRefusee.dit(nav.poster(code, Map.of()), "CODE_PAS_PARTI", "Signez autrement, ou réessayez.");
    base.sql("delete from courriers.passerelle").update();
    PageRefusee.dit(nav.poster(code, Map.of()), "CODE_SANS_PASSERELLE", "Votre Département n'envoie pas de SMS");
    assertThat(nav.ouvrir(page()).body()).doesNotContain("Signer par un code");
  }
}
