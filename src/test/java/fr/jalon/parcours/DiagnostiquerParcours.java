package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The entry diagnostic filled in on the keyboard alone. */
@Parcours
class DiagnostiquerParcours {
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void un_referent_choisit_les_metiers_vises_au_clavier(Navigation n) {
    int centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    long amina = base.sql("select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA'").query(Long.class).single();
    n.connecter("REFERENT", List.of(centre), List.of()).ouvrir("/diagnostic-global/" + amina);
    n.page.locator("#PROJET-rome").focus();
    n.page.keyboard().type("maconn");
    assertThat(n.page.locator(".combobox-liste:visible li")).containsText(new String[] {"F1703 Maçonnerie"});
    n.page.keyboard().press("ArrowDown");
    n.page.keyboard().press("Enter");
    assertThat(n.page.locator("#PROJET-rome")).hasValue("F1703 Maçonnerie");
    assertThat(n.page.locator("#garde")).containsText("est gardée");
    n.page.keyboard().press("Tab");
    n.page.keyboard().type("conduite");
    assertThat(n.page.locator(".combobox-liste:visible li")).hasCount(12);
    n.page.locator("#PROJET-rome-2").scrollIntoViewIfNeeded();
    n.regarder("diagnostic-metiers");
    n.page.keyboard().press("Escape");
    assertThat(n.page.locator("#PROJET-rome-2")).hasValue("conduite");
    n.page.locator("button:has-text('Enregistrer le diagnostic global')").click();
    assertThat(n.page.locator("#erreur-PROJET-rome-2")).containsText("« conduite » n'est pas un métier de la liste");
    n.regarder("diagnostic-metiers-refuse");
    n.page.locator("#PROJET-rome-2").fill("N4105");
    n.page.locator("button:has-text('Enregistrer le diagnostic global')").click();
    assertThat(n.page.locator("main")).containsText("F1703 Maçonnerie, puis N4105 Conduite et livraison");
  }

  @Test
  void un_referent_fait_le_diagnostic_au_clavier_et_voit_la_recommandation_se_former(Navigation n) {
    int centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    long amina = base.sql("select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA'").query(Long.class).single();
    n.connecter("REFERENT", List.of(centre), List.of()).ouvrir("/dossier/" + amina + "/parcours");
    n.page.locator("a:has-text('Faire le diagnostic')").click();
    assertThat(n.page.locator("h1")).containsText("Diagnostic de BENALI");
    n.regarder("diagnostic-a-remplir");
    for (String critere : List.of("situation_professionnelle", "capacite_a_travailler", "projet_pro", "niveau_etude",
        "contrainte_sante", "contrainte_logement",
        "contrainte_mobilite", "contrainte_familiale", "contrainte_financiere", "contrainte_numerique", "contrainte_admin_jur",
        "contrainte_francais_calcul")) {
      n.page.locator("input[name=" + critere + "]").first().focus();
      n.page.keyboard().press("Space");
    }
    assertThat(n.page.locator("#recommandation")).containsText("Parcours professionnel, parce qu");
    n.page.locator("input[name=contrainte_logement]").first().focus();
    n.page.keyboard().press("ArrowLeft");
    assertThat(n.page.locator("#recommandation")).containsText("Parcours socioprofessionnel, parce qu");
    assertThat(n.page.locator("#recommandation")).containsText("Ce qui la changerait");
    n.regarder("diagnostic-rempli");
    n.page.locator("button:has-text('Enregistrer le diagnostic')").focus();
    n.page.keyboard().press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("Diagnostic enregistré. Parcours socioprofessionnel");
    n.regarder("dossier-diagnostique");
    n.ouvrir("/orientations/nouvelle?personne=" + amina);
    assertThat(n.page.locator("main")).containsText("Ce que recommande le diagnostic");
    assertThat(n.page.locator("#parcours-socioprofessionnel")).isChecked();
    n.regarder("orientation-recommandee");
  }
}
