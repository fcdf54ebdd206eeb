package fr.jalon.habilitations.connexion;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** The secret given to Jalon by the identity provider does not leave in clear. */
class ReglagesOidcTest {

  @Test
  void refuse_de_demarrer_avec_un_fournisseur_sans_https() {
    assertThatThrownBy(() -> reglages("http://identite.example")).hasMessageContaining("https://");
    assertThatCode(() -> reglages("https://identite.example/realms/agents")).doesNotThrowAnyException();
    assertThatCode(() -> reglages("http://127.0.0.1:9000")).as("ce serveur-ci, pour les essais").doesNotThrowAnyException();
  }

  @Test
  void refuse_de_demarrer_avec_un_algorithme_de_signature_inconnu() {
    assertThatThrownBy(() -> reglages("https://identite.example", "HS256")).as("le secret partagé ne signe pas")
        .hasMessageContaining("JALON_OIDC_ALGORITHME");
    assertThatCode(() -> reglages("https://identite.example", "ES256")).doesNotThrowAnyException();
  }

  private static ReglagesOidc reglages(String issuer) {
    return reglages(issuer, "RS256");
  }

  private static ReglagesOidc reglages(String issuer, String algorithme) {
    return new ReglagesOidc(issuer, "jalon", "secret", "Identité", Set.of("openid"), "", false, algorithme);
  }
}
