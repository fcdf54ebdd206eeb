package fr.jalon.habilitations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.parcours.Chromium;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A passkey from end to end, in a real browser with a virtual authenticator. */
@EssaiWeb
class CleDAccesParcours {
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;

  @Test
  void camille_ajoute_une_cle_d_acces_et_revient_sans_mot_de_passe() {
    Chromium.exiger();
    Agent agent = comptoir.agent("ADMINISTRATION");
    try (BrowserContext contexte = Chromium.navigateur().newContext(new Browser.NewContextOptions().setBaseURL("http://localhost:" + port))) {
      Page page = contexte.newPage();
      List<String> plaintes = new ArrayList<>();
      page.onConsoleMessage(m -> {
        if ("error".equals(m.type())) {
          plaintes.add(m.text());
        }
      });
      authentificateur(page);
      page.navigate("/mon-compte");
      page.getByLabel("Identifiant").fill(agent.identifiant());
      page.getByLabel("Mot de passe").fill(Comptoir.MOT_DE_PASSE);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Se connecter").setExact(true)).click();
      page.getByLabel("Nom de la nouvelle clé").fill("Portable du bureau");
      page.locator("#actuel-cle").fill(Comptoir.MOT_DE_PASSE);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ajouter une clé d'accès")).click();
      assertThat(page.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName("Portable du bureau"))).isVisible();
      page.locator(".entete-sortie").click();
      assertThat(page.getByText("Vous êtes déconnecté.")).isVisible();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Se connecter avec une clé d'accès")).click();
      assertThat(page.locator(".entete-sortie")).isVisible();
      page.navigate("/mon-compte");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Retirer Portable du bureau")).click();
      assertThat(page.getByText("La clé d'accès est retirée.")).isVisible();
      assertThat(plaintes).as("le navigateur ne se plaint de rien (CSP comprise)").isEmpty();
    }
    assertThat(comptoir.actes(agent.identifiant()))
        .containsExactly("CONNEXION", "CLE_ACCES_AJOUTEE", "DECONNEXION", "CONNEXION", "CLE_ACCES_RETIREE");
    assertThat(comptoir.derniereTrace("CONNEXION").get("objet")).isEqualTo("Connexion par clé d'accès");
  }

  private static void authentificateur(Page page) {
    CDPSession cdp = page.context().newCDPSession(page);
    cdp.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject demande = new JsonObject();
    demande.add("options", options);
    cdp.send("WebAuthn.addVirtualAuthenticator", demande);
  }
}
