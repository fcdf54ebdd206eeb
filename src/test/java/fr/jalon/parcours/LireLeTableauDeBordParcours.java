package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.Page;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.personnages.Caisse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Parcours
class LireLeTableauDeBordParcours {
  @Autowired
  Caisse caisse;
  @Autowired
  Comptoir comptoir;

  @Test
  void la_directrice_ouvre_le_chiffre_du_nord_et_descend_jusqu_au_dossier(Navigation n) {
    n.connecter("DIRECTION").ouvrir("/tableau-de-bord");
    assertThat(n.page.locator("h1")).hasText("Tableau de bord au 31 août 2025");
    n.page.locator("#volet-personnes > summary").click();
    Locator nord = n.page.locator("#table-TERRITOIRE tr", new Page.LocatorOptions().setHasText("Nord")).locator("a");
    String chiffre = nord.innerText();
    nord.click();
    assertThat(n.page.locator("main h2").first()).containsText("Territoire : Nord, au 31 août 2025");
    assertThat(n.page.locator(".chiffre-seul")).containsText(chiffre);
    assertThat(n.page.locator("main")).containsText("Un couple compte pour deux");
    assertThat(n.page.locator("#titre-personnes ~ table tbody tr")).hasCount(Integer.parseInt(chiffre));
    n.page.locator("#titre-personnes ~ table a", new Page.LocatorOptions().setHasText("MARTIN")).click();
    assertThat(n.page.locator("h1")).hasText("Paul MARTIN");
  }

  @Test
  void le_tableau_se_lit_a_une_date_passee_qui_reste_dans_l_adresse(Navigation n) {
    n.connecter("DIRECTION").ouvrir("/tableau-de-bord?au=2025-06-30");
    assertThat(n.page.locator("h1")).hasText("Tableau de bord au 30 juin 2025");
    // Sophie is suspended in June, paid again in August, when the second Jean Petit has come too and Éléonore has left
    String juin = n.page.locator(".chiffre-valeur").first().innerText();
    n.page.fill("#au", "2025-08-31");
    n.page.click(".date-des-chiffres button");
    assertThat(n.page).hasURL(java.util.regex.Pattern.compile(".*/tableau-de-bord\\?au=2025-08-31"));
    assertThat(Integer.parseInt(n.page.locator(".chiffre-valeur").first().innerText())).isEqualTo(Integer.parseInt(juin) + 1);
    n.ouvrir("/tableau-de-bord?au=2024-01-31");
    assertThat(n.page.locator("main")).containsText("Aucun fichier à cette date");
    n.regarder("tableau-de-bord-vide");
  }

  @Test
  void chaque_graphique_a_son_tableau_a_cote(Navigation n) {
    n.connecter("DIRECTION").ouvrir("/tableau-de-bord");
    n.page.locator("button:has-text('Tout ouvrir')").click();
    assertThat(n.page.locator(".graphique svg").first()).isVisible();
    int graphiques = n.page.locator("[data-graphique]").count();
    assertThat(graphiques).isGreaterThanOrEqualTo(8);
    for (int i = 0; i < graphiques; i++) {
      assertThat(n.page.locator("#" + n.page.locator("[data-graphique]").nth(i).getAttribute("data-table"))).isVisible();
    }
    n.regarder("tableau-de-bord");
    n.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    n.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/captures/tableau-de-bord-impression.png")).setFullPage(true));
  }

  @Test
  void les_chiffres_du_departement_tiennent_sur_un_ecran_et_un_clic_ouvre_le_meme_tableau_pour_un_territoire(Navigation n) {
    n.connecter("DIRECTION").ouvrir("/tableau-de-bord");
    n.page.setViewportSize(1280, 800);
    for (String quoi : List.of(".chiffres-en-tete", "#titre-objectifs")) {
      var boite = n.page.locator(quoi).boundingBox();
      assertThat(boite.y + boite.height).as(quoi).isLessThanOrEqualTo(800);
    }
    assertThat(n.page.locator(".volet[open]")).hasCount(0);
    n.regarder("tableau-de-bord-replie");
    String nord = n.page.locator("#table-territoires tr", new Page.LocatorOptions().setHasText("Nord")).locator("td a").first().innerText();
    n.page.locator("#table-territoires a", new Page.LocatorOptions().setHasText("Nord")).click();
    assertThat(n.page.locator("h1")).hasText("Tableau de bord, Nord, au 31 août 2025");
    assertThat(n.page.locator(".chiffre-valeur").first()).hasText(nord);
    assertThat(n.page.locator("#table-territoires tbody tr")).hasCount(1);
    n.regarder("tableau-de-bord-nord");
    n.page.locator(".chiffre-valeur").first().click();
    assertThat(n.page.locator("main")).containsText("Territoire : Nord");
    assertThat(n.page.locator(".chiffre-seul")).containsText(nord);
    assertThat(n.page.locator("#titre-personnes ~ table tbody tr")).hasCount(Integer.parseInt(nord));
  }

  @Test
  void la_responsable_du_nord_n_ouvre_pas_le_tableau_d_un_autre_territoire(Navigation n) {
    n.connecter("RESPONSABLE_TERRITOIRE", List.of(caisse.territoire("NORD")), List.of());
    assertThat(n.statut("/tableau-de-bord?territoire=Nord")).isEqualTo(200);
    assertThat(n.statut("/tableau-de-bord?territoire=Centre")).isEqualTo(422);
    assertThat(n.statut("/indicateurs/POP-DOV?territoire=Centre")).isEqualTo(422);
  }

  @Test
  void les_pages_des_indicateurs_se_lisent_a_toutes_les_largeurs(Navigation n) {
    n.connecter("DIRECTION").ouvrir("/indicateurs").regarder("indicateurs");
    n.ouvrir("/indicateurs/POP-AGE?au=2025-08-31&par=AGE&valeur=%3C25").regarder("indicateur-age");
    n.ouvrir("/indicateurs/ALL-MONTANT?au=2025-08-31&par=MOIS").regarder("indicateur-montant");
    n.ouvrir("/indicateurs/POP-TNS?au=2025-08-31").regarder("indicateur-tns");
    assertThat(n.page.locator("main")).containsText("MARTIN");
    n.ouvrir("/indicateurs/ORI-DELAI?au=2025-08-31").regarder("indicateur-manque");
    assertThat(n.page.locator("main")).containsText("Ce chiffre ne peut pas être calculé");
    assertThat(n.statut("/indicateurs/NIMPORTE")).isEqualTo(422);
  }

  @Test
  void la_responsable_du_nord_lit_les_chiffres_du_nord_et_d_aucun_autre_territoire(Navigation n) {
    n.connecter("RESPONSABLE_TERRITOIRE", List.of(caisse.territoire("NORD")), List.of()).ouvrir("/tableau-de-bord");
    assertThat(n.page.locator("#table-territoires tbody tr")).hasCount(1);
    assertThat(n.page.locator("#table-territoires tbody th")).hasText("Nord");
    n.ouvrir("/indicateurs/POP-DOV?par=TERRITOIRE&valeur=Centre");
    assertThat(n.page.locator("main")).containsText("Aucune ligne ne porte la valeur");
  }

  @Test
  void l_export_est_trace_et_refuse_a_qui_n_exporte_pas(Navigation n) {
    Agent directrice = comptoir.agent("DIRECTION");
    n.connecter(directrice).ouvrir("/indicateurs/POP-DOV?au=2025-08-31&par=TERRITOIRE&valeur=Nord");
    Download fichier = n.page.waitForDownload(() -> n.page.click("text=Télécharger la liste"));
    assertThat(fichier.suggestedFilename()).isEqualTo("pop-dov-2025-08-31.xlsx");
    assertThat(comptoir.actes(directrice.identifiant())).contains("EXPORT");
    assertThat(comptoir.derniereTrace("EXPORT").get("objet").toString()).startsWith("Indicateur POP-DOV au 2025-08-31, TERRITOIRE = Nord");
  }

  @Test
  void qui_n_a_pas_les_indicateurs_n_ouvre_pas_le_tableau_et_l_administration_ne_lit_pas_zero(Navigation n) {
    n.connecter("REFERENT");
    assertThat(n.statut("/tableau-de-bord")).isEqualTo(403);
    assertThat(n.statut("/indicateurs/POP-DOV")).isEqualTo(403);
  }

  @Test
  void l_administration_lit_ce_qui_lui_manque_et_n_exporte_pas(Navigation n) {
    n.connecter("ADMINISTRATION").ouvrir("/tableau-de-bord");
    assertThat(n.page.locator("main")).containsText("Votre rôle ne donne pas accès");
    assertThat(n.statut("/indicateurs/POP-DOV/export?au=2025-08-31")).isEqualTo(403);
    n.regarder("tableau-de-bord-administration");
  }
}
