package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import fournisseur.FournisseurDEssai;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The application beside an identity provider of its own (Spring Authorization Server): each class starts the one it needs, {@link #demarrer}. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT, properties = {"jalon.premier-compte=false",
    "jalon.cle=ZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWk=", "jalon.oidc.client-id=jalon", "jalon.oidc.client-secret=secret"})
@Import({HorlogeDeTest.class, Comptoir.class})
@DirtiesContext
abstract class EssaiDuFournisseur {
  static FournisseurDEssai.EnMarche fournisseur;
  static int port;
  @Autowired
  Habilitations habilitations;
  @Autowired
  AgentSysteme systeme;

  /** @param jeton true when the identity is a signed token, as ProConnect gives it */
  static void demarrer(DynamicPropertyRegistry registre, boolean jeton) {
    port = portLibre();
    fournisseur = FournisseurDEssai.demarrer(List.of("http://localhost:" + port + "/login/oauth2/code/agents"), jeton);
    registre.add("server.port", () -> port);
    registre.add("jalon.oidc.issuer", fournisseur::issuer);
  }

  @AfterAll
  static void arreter() {
    fournisseur.close();
  }

  /** An account without password, of the provider's e-mail. */
  void ouvrirLeCompte(String identifiant, String nom, String courriel, String role) {
    systeme.agir("essai", () -> {
      habilitations.creerSansMotDePasse(new SaisieAgent(identifiant, nom, courriel, role, false, List.of(1), List.of()));
      return null;
    });
  }

  /** The redirect from the login page to the provider. */
  static HttpResponse<String> partir(Navigateur n) {
    return n.suivreJusqua(n.lire("/connexion/fournisseur"), "127.0.0.1");
  }

  /** From the redirect to the provider: its own form, and back. */
  static HttpResponse<String> passer(Navigateur n, HttpResponse<String> depart, String nom) {
    HttpResponse<String> formulaire = n.suivre(depart);
    assertThat(formulaire.uri().getHost()).isEqualTo("127.0.0.1");
    URI chez = formulaire.uri();
    return n.suivre(n.poster(chez.getScheme() + "://" + chez.getAuthority() + "/login", Map.of("username", nom, "password", nom)));
  }

  private static int portLibre() {
    try (ServerSocket prise = new ServerSocket(0)) {
      return prise.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
