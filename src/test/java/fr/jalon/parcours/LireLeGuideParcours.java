package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

@Parcours
class LireLeGuideParcours {

  @Test
  void qui_n_arrive_pas_a_entrer_trouve_de_l_aide_avant_de_se_connecter(Navigation n) {
    n.ouvrir("/connexion");
    n.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Aide")).click();
    assertThat(n.page.locator("h1")).hasText("Se connecter");
    assertThat(n.page.locator("main")).containsText("Mot de passe oublié");
    n.regarder("guide-se-connecter");
  }

  @Test
  void une_secretaire_lit_l_aide_de_sa_page_puis_tout_le_guide(Navigation n) {
    n.connecter("SECRETARIAT").ouvrir("/nouveaux-entrants");
    n.page.locator(".entete-aide").click();
    assertThat(n.page.locator("h1")).hasText("Les nouveaux entrants");
    n.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tout le guide")).click();
    assertThat(n.page.locator("h1")).hasText("Guide");
    assertThat(n.page.locator("#menu a[aria-current]")).containsText("Guide");
    n.regarder("guide");
    Locator pages = n.page.locator(".guide-sommaire a");
    List<String> adresses = pages.all().stream().map(a -> a.getAttribute("href")).toList();
    for (String adresse : adresses) {
      n.ouvrir(adresse).regarder("guide-" + adresse.substring(adresse.lastIndexOf('/') + 1));
    }
  }

  @Test
  void chacun_trouve_son_compte_par_son_nom(Navigation n) {
    n.connecter("REFERENT").ouvrir("/allocataires");
    n.page.locator("header a.entete-agent-nom").click();
    assertThat(n.page.locator("h1")).hasText("Mon compte");
    n.regarder("mon-compte");
  }
}
