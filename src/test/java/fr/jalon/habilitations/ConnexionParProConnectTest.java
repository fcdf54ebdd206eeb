package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** What is proper to ProConnect: the identity is a signed token, e-mails are verified without saying it, a level is asked. */
@TestPropertySource(properties = {"jalon.oidc.acr-values=eidas1", "jalon.oidc.courriels-verifies=true"})
class ConnexionParProConnectTest extends EssaiDuFournisseur {

  @DynamicPropertySource
  static void adresses(DynamicPropertyRegistry registre) {
    demarrer(registre, true);
  }

  @Test
  void l_identite_signee_de_sophie_est_lue_et_verifiee() {
    ouvrirLeCompte("sophie", "Camille Sophie", "SOPHIE@departement-essai.fr", "CONTROLE");
    Navigateur n = new Navigateur(port);
    HttpResponse<String> depart = partir(n);
    assertThat(depart.headers().firstValue("Location").orElseThrow()).contains("acr_values=eidas1");
    passer(n, depart, "sophie");
    assertThat(n.ouvrir("/mon-compte").body()).contains("Camille Sophie", "Contrôle");
  }
}
