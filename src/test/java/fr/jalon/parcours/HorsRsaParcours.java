package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Jade Rivoire, twenty-one, comes to the CMS of Privas: she has no RSA, and the plan follows her. Today is 8 September 2025. */
@Parcours
class HorsRsaParcours {
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private int centre;

  @BeforeEach
  void une_secretaire_de_privas() {
    centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    rien_ne_reste_pour_les_autres_histoires();
  }

  @AfterEach
  void rien_ne_reste_pour_les_autres_histoires() {
    String elles = "(select id from allocataires.personne where nom = 'RIVOIRE' or nom = 'BENALI' and prenom = 'AMINA')";
    base.sql("delete from allocataires.doublon where personne_a in (select id from allocataires.personne where nom = 'RIVOIRE')"
        + " or personne_b in (select id from allocataires.personne where nom = 'RIVOIRE')").update();
    base.sql("delete from allocataires.suivi_hors_rsa where personne_id in " + elles).update();
    base.sql("delete from allocataires.identite_precedente where personne_id in " + elles).update();
    base.sql("delete from allocataires.inscription where personne_id in " + elles).update();
    base.sql("delete from allocataires.personne where nom = 'RIVOIRE'").update();
  }

  @Test
  void la_secretaire_inscrit_jade_reconnait_amina_et_termine_un_suivi(Navigation n) {
    n.connecter("SECRETARIAT", List.of(centre), List.of()).ouvrir("/hors-rsa");
    assertThat(n.page.locator("main")).containsText("Personne n'est suivi hors RSA");
    n.page.locator("main a:has-text('Inscrire une personne')").press("Enter");
    n.page.selectOption("#civilite", "MME");
    n.page.fill("#nom", "Rivoire");
    n.page.fill("#prenom", "Jade");
    n.page.locator("#prenom").press("Enter");
    assertThat(n.page.locator("main [role=alert]")).containsText("choses sont à corriger");
    assertThat(n.page.locator("#nom")).hasValue("Rivoire");
    n.regarder("hors-rsa-refus");
    n.page.fill("#naissance", "2004-05-06");
    n.page.selectOption("#commune", "07186");
    n.page.getByLabel("Jeune").check();
    n.page.getByLabel("Elle le sait").check();
    n.page.locator("button:has-text('Inscrire')").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("Cette personne est inscrite");
    assertThat(n.page.locator("main")).containsText("Hors RSA · Jeune");
    n.regarder("hors-rsa-dossier");

    // Amina has the RSA: she is recognised, and followed for one more public
    n.ouvrir("/hors-rsa/inscrire");
    n.page.fill("#nom", "Benali");
    n.page.fill("#prenom", "Amina");
    n.page.fill("#naissance", "1985-05-12");
    n.page.selectOption("#commune", "07186");
    n.page.getByLabel("Salarié en insertion").check();
    n.page.getByLabel("Elle le sait").check();
    n.page.locator("button:has-text('Inscrire')").press("Enter");
    assertThat(n.page.locator("main")).containsText("Elle existe peut-être déjà");
    n.regarder("hors-rsa-existe-deja");
    n.page.locator("button:has-text(\"C'est elle\")").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("ce public est ajouté à son dossier");

    n.ouvrir("/hors-rsa");
    assertThat(n.page.locator("[data-liste] tbody tr")).hasCount(2);
    assertThat(n.page.locator("main")).containsText("aussi au RSA");
    n.regarder("hors-rsa-liste");
    n.page.locator("[data-liste] a:has-text('RIVOIRE')").click();
    n.page.locator("nav.onglets-du-dossier a:has-text('Parcours')").click();
    n.regarder("hors-rsa-parcours");
    n.page.locator("a:has-text('Terminer')").press("Enter");
    n.page.selectOption("#motif", "EMPLOI");
    n.page.locator("button:has-text('Terminer le suivi')").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("Ce suivi est terminé");
    n.page.locator("button:has-text('Rouvrir')").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("court de nouveau");
  }
}
