package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

@Parcours
class DoublonsParcours {
  @Test
  void une_agente_compare_reunit_puis_separe_deux_fiches(Navigation n) {
    n.connecter("ALLOCATION").ouvrir("/doublons").regarder("doublons");
    n.page.locator("text=PETIT Jean").first().click();
    assertThat(n.page.locator("h1")).hasText("Est-ce la même personne ?");
    n.regarder("comparaison");
    n.page.fill("#motif", "Pièce d'identité vue");
    n.page.locator("main button:has-text('Fusionner')").click();
    assertThat(n.page.locator("main .alert")).containsText("n'en font plus qu'une");
    n.page.locator("summary:has-text('Défaire')").first().click();
    n.regarder("fusions");
    n.page.locator("details[open] input[name=motif]").fill("Homonymes");
    n.page.locator("details[open] button").click();
    assertThat(n.page.locator("main .alert")).containsText("La fusion est défaite");
    assertThat(n.page.locator("table").last()).containsText("Homonymes");
    assertThat(n.page.locator("text=PETIT Jean").first()).isVisible();
  }

  @Test
  void une_agente_dit_depuis_un_dossier_que_la_personne_a_une_autre_fiche(Navigation n) {
    n.connecter("ALLOCATION").ouvrir("/allocataires?q=tifour+sophie");
    n.page.locator("main table tbody a").first().click();
    n.page.locator(".onglets-du-dossier a:has-text('Droits et montants')").click();
    n.page.locator("text=Même personne qu'une autre fiche ?").click();
    assertThat(n.page.locator("h1")).hasText("Même personne que…");
    n.page.fill("main #q", "petit jean");
    n.page.locator("main button:has-text('Chercher')").click();
    n.regarder("doublon-a-signaler");
    n.page.locator("main button:has-text('Comparer')").first().click();
    assertThat(n.page.locator("h1")).hasText("Est-ce la même personne ?");
    assertThat(n.page.locator("main caption")).containsText("signalé par un agent");
    n.page.locator("main button:has-text('Ce sont deux personnes')").click();
    assertThat(n.page.locator("main .alert")).containsText("ce sont deux personnes");
  }
}
