package fr.jalon.courriers.application;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import fr.jalon.courriers.Canal;
import fr.jalon.courriers.application.Passerelles.Passerelle;
import fr.jalon.socle.Destination;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the token of the SMS gateway goes, and where it never does. */
class DepartDesSmsTest {
  private static final Depart.Partant SMS = new Depart.Partant(1, Canal.SMS, "+33612345678", null, "Votre code : 482 913");

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void le_jeton_ne_suit_aucune_redirection(int code) {
    WireMockServer ailleurs = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    WireMockServer passerelle = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    ailleurs.start();
    passerelle.start();
    try {
      passerelle.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(code)
          .withHeader("Location", "http://localhost:" + ailleurs.port() + "/vole")));
      assertThatThrownBy(() -> depart("http://localhost:" + passerelle.port() + "/sms").envoyer(SMS)).isInstanceOf(Depart.NonParti.class)
          .hasMessageContaining("réponse " + code);
      ailleurs.verify(0, anyRequestedFor(anyUrl()));
    } finally {
      passerelle.stop();
      ailleurs.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://passerelle.example/sms", "https://169.254.169.254/latest", "https://[fe80::1]/sms", "https://0.0.0.0/sms",
      "ftp://passerelle.example/"})
  void rien_ne_part_en_clair_ni_vers_une_machine_qui_ne_peut_pas_etre_une_passerelle(String adresse) {
    assertThatThrownBy(() -> depart(adresse).envoyer(SMS)).isInstanceOf(Depart.NonParti.class).hasMessageContaining("corrigez-la");
  }

  @Test
  void une_destination_est_le_protocole_la_machine_et_le_port() {
    assertThat(Destination.web("https://sms.example/a")).isEqualTo(Destination.web("HTTPS://SMS.example:443/b?c"));
    assertThat(Destination.web("https://sms.example/a")).isNotEqualTo(Destination.web("https://sms.example:8443/a"))
        .isNotEqualTo(Destination.web("http://sms.example/a"))
        .isNotEqualTo(Destination.web("https://sms.example.voleur.example/a"));
    assertThat(Destination.web("https://sms.example@voleur.example/")).isEmpty();
    assertThat(Destination.web("https://sms.example/#x")).isEmpty();
    assertThat(Destination.web("javascript:alert(1)")).isEmpty();
    assertThat(Destination.interdite(InetAddress.ofLiteral("169.254.169.254"))).isTrue();
    assertThat(Destination.interdite(InetAddress.ofLiteral("10.1.2.3"))).as("le réseau du Département").isFalse();
  }

  private static DepartDesSms depart(String adresse) {
    return new DepartDesSms(new Passerelle(Canal.SMS, adresse, null, null, null, true, "ARDECHE", null), "jeton-secret");
  }
}
