package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Amina Benali says yes to a disability file; Delphine builds it with her, by keyboard, files it,
    notes the answer; on a telephone she tells her what it changes. */
@Parcours
class DossiersMdphParcours {
  private static final String ELLE = "personne_id in (select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA')";
  @Autowired
  Comptoir comptoir;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private long amina;
  private int centre;

  @BeforeEach
  void amina_n_a_pas_de_dossier() {
    rendre_la_base_comme_elle_etait();
    amina = base.sql("select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA'").query(Long.class).single();
    centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
  }

  /** The stories share a database: nothing of this one is left to the next. */
  @AfterEach
  void rendre_la_base_comme_elle_etait() {
    for (String table : List.of("handicap.reponse", "handicap.passage", "handicap.dossier")) {
      base.sql("delete from " + table + " where " + ELLE).update();
    }
    base.sql("delete from echeances.echeance where nature like '%\\_MDPH' and " + ELLE).update();
  }

  @Test
  void delphine_propose_constitue_depose_et_note_la_reponse_au_clavier_puis_la_lit_de_son_telephone(Navigation n) {
    Agent delphine = comptoir.agent("REFERENT", List.of(centre), List.of());
    n.connecter(delphine).ouvrir("/dossier/" + amina + "/parcours");
    n.page.locator("a:has-text('Proposer un dossier MDPH')").press("Enter");
    n.regarder("mdph-vide");
    n.page.selectOption("#ou-ouverture", "PROPOSE");
    n.page.locator("button:has-text('Enregistrer')").press("Enter");
    assertThat(n.page.locator("main [role=alert]")).containsText("Cochez au moins un droit demandé");
    n.regarder("mdph-refus");
    n.page.locator("#droit-RQTH-ouverture").check();
    n.page.locator("#droit-AAH-ouverture").check();
    n.page.locator("button:has-text('Enregistrer')").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("Le dossier est ouvert");
    n.page.locator("button:has-text('Noter son accord')").press("Enter");
    assertThat(n.page.locator("main")).containsText("Les papiers du dossier");
    n.page.locator("summary:has-text('Noter un papier prêt')").press("Enter");
    n.regarder("mdph-a-constituer");
    n.page.locator("summary:has-text('Le dossier est déposé')").press("Enter");
    LocalDate jour = LocalDate.parse(n.page.locator("input[id^='le-depot-']").inputValue());
    n.page.locator("button:has-text('Noter le dépôt')").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("Le dépôt est noté");
    n.page.locator("summary:has-text('La MDPH répond')").press("Enter");
    n.page.fill("input[id^='decideeLe-']", jour.toString());
    n.page.selectOption("select[id^='sens-RQTH-']", "ACCORDE");
    n.page.fill("input[id^='depuis-RQTH-']", jour.toString());
    n.page.fill("input[id^='jusquAu-RQTH-']", jour.plusYears(3).toString());
    n.page.selectOption("select[id^='sens-AAH-']", "REFUSE");
    n.regarder("mdph-reponse");
    n.page.locator("button:has-text('Noter la réponse')").press("Enter");
    assertThat(n.page.locator("main")).containsText("Ce que la réponse change");
    n.regarder("mdph-decide");
    n.ouvrir("/dossier/" + amina + "/parcours").regarder("mdph-panneau");
    n.ouvrir("/dossiers-mdph?file=decides").regarder("mdph-liste");

    n.largeur(390).ouvrir("/dossiers-mdph/personnes/" + amina);
    n.regarder("mdph-telephone");
    n.largeur(390);
    n.page.locator("button:has-text(\"Noter que c'est dit\")").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("elle sait ce que la réponse change");
    n.ouvrir("/dossiers-mdph?file=decides").regarder("mdph-liste-telephone");
  }
}
