package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a job brings to Amina, what her right should be, and what the insertion contracts cost. */
@Parcours
class JusteDroitParcours {
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void une_referente_simule_un_emploi_pour_amina_au_clavier_depuis_son_dossier(Navigation n) {
    int centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    long amina = base.sql("select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA'").query(Long.class).single();
    n.connecter("REFERENT", List.of(centre), List.of()).ouvrir("/dossier/" + amina + "/droits");
    n.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Simuler un emploi")).last().focus();
    n.page.keyboard().press("Enter");
    assertThat(n.page.locator("h1")).containsText("Simuler un emploi : BENALI Amina");
    assertThat(n.page.locator("#a0-naissance")).hasValue("1985-05-12");
    assertThat(n.page.locator("#e1-naissance")).hasValue("2018-04-17");
    n.regarder("simuler-rempli");
    n.page.fill("#j-heures", "20");
    n.page.locator("#j-heures").press("Enter");
    assertThat(n.page.locator("#erreur-j-paie")).containsText("Écrivez la paie nette");
    assertThat(n.page.locator("#j-heures")).hasValue("20");
    n.regarder("simuler-erreur");
    n.page.fill("#j-paie", "820");
    n.page.locator("#j-paie").press("Enter");
    assertThat(n.page.locator("#titre-facile")).isVisible();
    assertThat(n.page.locator(".facile")).containsText("Avec ce travail, vous gagnez 820 € par mois.");
    assertThat(n.page.locator(".douze-mois tbody tr")).hasCount(12);
    assertThat(n.page.locator(".graphique svg")).isVisible();
    n.page.locator(".table-de-la-courbe summary").press("Enter");
    assertThat(n.page.locator("#table-courbe tbody tr")).hasCount(40);
    org.assertj.core.api.Assertions.assertThat(n.page.url()).endsWith("/simuler");
    n.regarder("simuler-resultat");
    n.page.locator("summary:has-text('Trimestre de')").first().press("Enter");
    assertThat(n.page.locator(".etapes").first()).containsText("CASF");
    n.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
    n.page.screenshot(new Page.ScreenshotOptions().setPath(java.nio.file.Path.of("target/captures/simuler-imprime.png")).setFullPage(true));
  }

  @Test
  void sans_dossier_la_page_est_vide_et_garde_ce_qui_est_ecrit_quand_on_ajoute_un_enfant(Navigation n) {
    n.connecter("DIRECTION").ouvrir("/simuler");
    n.page.fill("#a0-naissance", "1996-02-10");
    n.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ajouter un enfant")).press("Enter");
    assertThat(n.page.locator("#a0-naissance")).hasValue("1996-02-10");
    assertThat(n.page.locator("#e1-naissance")).isVisible();
    n.regarder("simuler-vide");
  }

  @Test
  void la_controleuse_lit_les_ecarts_et_ce_qui_peut_les_expliquer(Navigation n) {
    n.connecter("CONTROLE").ouvrir("/verifier").regarder("verifier-liste");
    assertThat(n.page.locator("main")).containsText("Un écart n'est pas une faute");
    n.page.keyboard().press("ArrowDown");
    n.page.keyboard().press("Enter");
    assertThat(n.page.locator("h1")).containsText("Vérifier le droit");
    assertThat(n.page.locator(".pistes").first()).isVisible();
    n.regarder("verifier-foyer");
  }

  @Test
  void la_direction_calcule_les_136_postes_de_2024(Navigation n) {
    n.connecter("DIRECTION").ouvrir("/aide-au-poste");
    n.page.fill("#annee", "2024");
    n.page.fill("#postes", "136");
    n.page.selectOption("#montant", "ANNEE_PRECEDENTE");
    n.page.locator("#montant").press("Tab");
    n.page.keyboard().press("Enter");
    assertThat(n.page.locator(".resultat")).containsText("872\u202f826,24");
    n.regarder("aide-au-poste");
    n.page.fill("#postes", "beaucoup");
    n.page.locator("#postes").press("Enter");
    assertThat(n.page.locator("#erreur-postes")).containsText("nombre entier");
    n.regarder("aide-au-poste-erreur");
  }
}
