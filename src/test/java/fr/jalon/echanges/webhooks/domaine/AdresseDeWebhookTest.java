package fr.jalon.echanges.webhooks.domaine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.socle.RefusMetier;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a webhook may lead: to the internet, never into the network of the Département. */
class AdresseDeWebhookTest {
  private static final Map<String, String> NOMS = Map.of("api.partenaire.example", "193.48.10.7", "six.partenaire.example", "2a01:e0a::7",
      "interne.partenaire.example", "10.1.2.3",
      "localhost", "127.0.0.1", "ici.partenaire.example", "127.0.0.1");
  private final AdresseDeWebhook regle = new AdresseDeWebhook(false, AdresseDeWebhookTest::chercher);
  private final AdresseDeWebhook demonstration = new AdresseDeWebhook(true, AdresseDeWebhookTest::chercher);

  private static InetAddress[] chercher(String machine) throws UnknownHostException {
    if (machine.matches("[0-9.]+|.*:.*")) {
      return new InetAddress[] {InetAddress.ofLiteral(machine)};
    }
    if (!NOMS.containsKey(machine)) {
      throw new UnknownHostException(machine);
    }
    return new InetAddress[] {InetAddress.ofLiteral(NOMS.get(machine))};
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://api.partenaire.example/jalon", "https://six.partenaire.example:8443/x?y=1", "https://193.48.10.7/"})
  void une_machine_d_internet_en_https_est_acceptee(String adresse) {
    assertThat(regle.verifier(adresse).toString()).isEqualTo(adresse);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://interne.partenaire.example/", "https://localhost/", "https://127.0.0.1/", "https://10.0.0.1/",
      "https://172.16.0.1/", "https://192.168.1.1/", "https://169.254.169.254/",
      "https://100.64.0.1/", "https://0.0.0.0/", "https://[::1]/", "https://[fe80::1]/", "https://[fd00::1]/", "https://[::ffff:10.0.0.1]/",
          "https://[64:ff9b::a00:1]/", "https://[2002:a00:1::]/",
      "https://198.18.0.1/", "https://255.255.255.255/", "https://224.0.0.1/"})
  void une_adresse_de_l_interieur_est_refusee(String adresse) {
    assertThatThrownBy(() -> regle.verifier(adresse))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("ADRESSE_PRIVEE"));
  }

  @Test
  void sans_https_ou_mal_ecrite_elle_est_refusee() {
    assertThat(code(regle, "http://api.partenaire.example/")).isEqualTo("ADRESSE_SANS_HTTPS");
    assertThat(code(regle, "https://absente.partenaire.example/")).isEqualTo("ADRESSE_INTROUVABLE");
    for (String fausse : new String[] {"api.partenaire.example", "https://qui:quoi@api.partenaire.example/", "ftp://api.partenaire.example/",
        "https://api.partenaire.example/#a", "", "https:// x", null}) {
      assertThat(code(regle, fausse)).as(fausse).isEqualTo("ADRESSE_MAL_ECRITE");
    }
  }

  @Test
  void la_demonstration_accepte_cette_machine_et_elle_seule() {
    assertThat(demonstration.verifier("http://localhost:9000/recu").getPort()).isEqualTo(9000);
    assertThat(code(demonstration, "https://interne.partenaire.example/")).isEqualTo("ADRESSE_PRIVEE");
    assertThat(code(demonstration, "http://api.partenaire.example/")).isEqualTo("ADRESSE_SANS_HTTPS");
  }

  private static String code(AdresseDeWebhook regle, String adresse) {
    try {
      regle.verifier(adresse);
      return "acceptée";
    } catch (RefusMetier refus) {
      return refus.code();
    }
  }
}
