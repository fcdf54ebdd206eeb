package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fr.jalon.habilitations.Comptoir;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A responsable keeps what she asks of « Mes personnes », has the menu open it, shares it, deletes it and takes it back, at the keyboard. */
@Parcours
class VuesParcours {
  @Autowired
  Comptoir comptoir;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @AfterEach
  void rien_ne_reste() {
    base.sql("delete from habilitations.vue").update();
  }

  @Test
  void elle_garde_sa_vue_la_retrouve_par_le_menu_et_la_supprime_sans_la_perdre(Navigation n) {
    int centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    n.connecter(comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(centre), List.of()))
        .ouvrir("/mes-personnes?onglet=sans-rendez-vous&parcours=social");
    n.page.locator("a:has-text('Enregistrer cette vue')").press("Enter");
    n.page.locator("button:has-text('Enregistrer')").press("Enter");
    assertThat(n.page.locator("main .alert-danger")).containsText("Donnez un nom");
    n.page.locator("#nom").fill("Sociaux sans rendez-vous");
    n.page.locator("#parDefaut").press("Space");
    n.page.locator("#partagee").press("Space");
    n.regarder("vue-nouvelle");
    n.page.locator("#nom").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("est enregistrée");
    assertThat(n.page.locator(".vues [aria-current]")).containsText("Sociaux sans rendez-vous");
    n.regarder("vue-au-dessus-de-la-liste");
    n.page.locator(".vues a:text-is('Tout')").press("Enter");
    assertThat(n.page).hasURL(java.util.regex.Pattern.compile("/mes-personnes$"));
    n.page.locator("#menu a:has-text('Mes personnes')").press("Enter");
    assertThat(n.page).hasURL(java.util.regex.Pattern.compile("onglet=sans-rendez-vous&parcours=social$"));
    n.page.locator(".vues a:has-text('Gérer les vues')").press("Enter");
    n.regarder("vues");
    n.page.locator("button:has-text('Supprimer')").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("est supprimée");
    n.regarder("vues-supprimees");
    n.page.locator("button:has-text('Rétablir')").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("est rétablie");
  }
}
