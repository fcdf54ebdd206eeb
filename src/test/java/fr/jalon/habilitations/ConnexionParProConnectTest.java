package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import fournisseur.FournisseurDEssai;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What is proper to ProConnect: the identity is a signed token, e-mails are verified without saying it, a level is asked. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT, properties = {"jalon.premier-compte=false",
    "jalon.cle=ZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWk=", "jalon.oidc.client-id=jalon", "jalon.oidc.client-secret=secret",
    "jalon.oidc.acr-values=eidas1", "jalon.oidc.courriels-verifies=true"})
@Import({HorlogeDeTest.class, Comptoir.class})
@DirtiesContext
class ConnexionParProConnectTest {
  private static final int PORT = ConnexionParFournisseurTest.portLibre();
  private static FournisseurDEssai.EnMarche fournisseur;
  @Autowired
  Habilitations habilitations;
  @Autowired
  AgentSysteme systeme;

  @DynamicPropertySource
  static void adresses(DynamicPropertyRegistry registre) {
    fournisseur = FournisseurDEssai.demarrer(List.of("http://localhost:" + PORT + "/login/oauth2/code/agents"), true);
    registre.add("server.port", () -> PORT);
    registre.add("jalon.oidc.issuer", fournisseur::issuer);
  }

  @AfterAll
  static void arreter() {
    fournisseur.close();
  }

  @Test
  void l_identite_signee_de_sophie_est_lue_et_verifiee() {
    systeme.agir("essai", () -> {
      habilitations.creerSansMotDePasse(new SaisieAgent("sophie", "Camille Sophie", "SOPHIE@departement-essai.fr", "CONTROLE", false, List.of(), List.of()));
      return null;
    });
    Navigateur n = new Navigateur(PORT);
    HttpResponse<String> depart = n.suivreJusqua(n.lire("/connexion/fournisseur"), "127.0.0.1");
    assertThat(depart.headers().firstValue("Location").orElseThrow()).contains("acr_values=eidas1");
    ConnexionParFournisseurTest.passer(n, depart, "sophie");
    assertThat(n.ouvrir("/mon-compte").body()).contains("Camille Sophie", "Contrôle");
  }
}
