package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who answers persons about their data reads until when she must answer, and sees each litigation that keeps a dossier. */
@Parcours
class SesDroitsSurSesDonneesParcours {
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @AfterEach
  void rien_ne_reste_pour_les_autres_histoires() {
    base.sql("delete from donnees.demande").update();
    base.sql("delete from donnees.retenue").update();
  }

  @Test
  void la_direction_note_une_demande_et_leve_un_contentieux_sur_deux(Navigation n) {
    long amina = base.sql("select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA'").query(Long.class).single();
    n.connecter("DIRECTION").ouvrir("/dossier/" + amina + "/donnees");
    assertThat(n.page.locator("main")).containsText("dans un délai de 1 mois");
    assertThat(n.page.locator("#aide-raison")).containsText("s'efface 24 mois après");
    n.page.selectOption("#nature", "RECTIFICATION");
    n.page.fill("#objet", "Mon prénom est mal écrit");
    n.page.locator("button:has-text('Noter la demande')").click();
    assertThat(n.page.locator("main .alert-success")).containsText("la réponse est due le");
    for (String contentieux : new String[] {"Recours contre un indu, tribunal administratif de Lyon", "Recours contre une amende"}) {
      n.page.fill("#raison", contentieux);
      n.page.locator("button:has-text('Garder ce dossier')").click();
    }
    n.page.fill("#raison", "Recours contre une amende");
    n.page.locator("button:has-text('Garder ce dossier')").click();
    assertThat(n.page.locator("main .alert-danger")).containsText("déjà gardé pour ce contentieux");
    n.regarder("donnees-contentieux");
    n.page.locator("button:has-text('Ce contentieux est terminé')").first().click();
    assertThat(n.page.locator("main .alert-success")).containsText("un autre garde encore ce dossier");
    assertThat(n.page.locator("main")).not().containsText("Recours contre un indu");
    assertThat(n.page.locator("main")).containsText("Recours contre une amende");
  }
}
