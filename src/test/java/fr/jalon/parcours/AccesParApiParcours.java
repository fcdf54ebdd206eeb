package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The administration opens the API to a partner. */
@Parcours
class AccesParApiParcours {
  @Test
  void l_administration_declare_une_application_lui_donne_son_secret_et_un_webhook(Navigation n) {
    n.connecter("ADMINISTRATION").ouvrir("/acces-api");
    n.page.click("text=Nouvelle application");
    n.regarder("acces-api-nouvelle");
    n.page.fill("#identifiant", "logiciel.parcours");
    n.page.fill("#nom", "Logiciel du parcours");
    n.page.fill("#contact", "informatique@exemple.fr");
    n.page.click("main form.formulaire button[type=submit]");
    assertThat(n.page.locator("main .alert-danger")).containsText("au moins une chose");
    assertThat(n.page.locator("#nom")).hasValue("Logiciel du parcours");
    n.page.check("#portee-ENTRANTS_LIRE");
    n.page.check("#portee-WEBHOOKS");
    n.page.locator("input[name=territoires]").first().check();
    n.page.click("main form.formulaire button[type=submit]");
    assertThat(n.page.locator("main .panneau").first()).containsText("ne sera plus affiché");
    String secret = n.page.locator("main .reference code").textContent();
    assertThat(secret).hasSize(43);
    n.regarder("acces-api-secret");
    n.page.reload();
    assertThat(n.page.content()).doesNotContain(secret);

    n.page.fill("#adresse", "https://127.0.0.1/jalon");
    n.page.check("#e-nouvel-entrant");
    n.page.click("button:has-text('Déclarer le webhook')");
    assertThat(n.page.locator("main .alert-danger")).containsText("réseau privé");
    assertThat(n.page.locator("#adresse")).hasValue("https://127.0.0.1/jalon");
    assertThat(n.page.locator("#e-nouvel-entrant")).isChecked();
    n.regarder("acces-api-refus");

    n.page.click("button:has-text('Retirer')");
    assertThat(n.page.locator("main .alert")).containsText("L'accès est retiré");
    n.page.click("button:has-text('Rendre')");
    assertThat(n.page.locator("main .alert")).containsText("L'accès est rendu");
    n.ouvrir("/acces-api").regarder("acces-api");
    n.ouvrir("/acces-api/livraisons").regarder("acces-api-livraisons-vide");
  }

  @Test
  void la_documentation_se_lit_sans_compte(Navigation n) {
    n.ouvrir("/api/v1/documentation");
    assertThat(n.page.locator("h1")).containsText("API de Jalon");
    n.page.click("nav >> text=GET /api/v1/nouveaux-entrants");
    n.regarder("api-documentation");
  }

  @Test
  void une_referente_n_ouvre_pas_la_page(Navigation n) {
    assertThat(n.connecter("REFERENT").statut("/acces-api")).isEqualTo(403);
    assertThat(n.statut("/acces-api/livraisons")).isEqualTo(403);
  }
}
