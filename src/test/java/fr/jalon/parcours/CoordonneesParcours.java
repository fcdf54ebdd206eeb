package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The number and the address a person gives are written where she is read, and nothing a colleague wrote meanwhile is lost. */
@Parcours
class CoordonneesParcours {
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private long amina;
  private int centre;

  @BeforeEach
  void amina_n_a_donne_ni_numero_ni_adresse() {
    centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    amina = base.sql("select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA'").query(Long.class).single();
    ecrire(null);
  }

  @AfterEach
  void rien_ne_reste_pour_les_autres_histoires() {
    ecrire(null);
  }

  private void ecrire(String telephone) {
    base.sql("update allocataires.personne set telephone = ?, courriel = null where id = ?").params(telephone, amina).update();
  }

  @Test
  void la_secretaire_ecrit_le_numero_d_amina_apres_une_faute_de_frappe(Navigation n) {
    n.connecter("SECRETARIAT", List.of(centre), List.of()).ouvrir("/dossier/" + amina);
    n.page.locator("a:has-text('Ajouter un téléphone ou un courriel')").click();
    n.page.fill("#telephone", "06 39 98 12");
    n.page.fill("#courriel", "Amina@Exemple.fr");
    n.page.locator("#courriel").press("Enter");
    assertThat(n.page.locator("#erreur-telephone")).containsText("dix chiffres");
    assertThat(n.page.locator("#courriel")).hasValue("Amina@Exemple.fr");
    n.regarder("coordonnees");
    n.page.fill("#telephone", "06 39 98 12 34 / 04 75 64 00 09");
    n.page.locator("#telephone").press("Enter");
    assertThat(n.page.locator("#erreur-telephone")).containsText("un seul numéro");
    n.page.fill("#telephone", "06 39 98 12 34");
    n.page.locator("#telephone").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("Coordonnées enregistrées");
    assertThat(n.page.locator("main")).containsText("06 39 98 12 34");
    assertThat(n.page.locator("main")).containsText("amina@exemple.fr");
  }

  @Test
  void deux_agents_le_second_voit_ce_que_le_premier_a_ecrit(Navigation n) {
    n.connecter("SECRETARIAT", List.of(centre), List.of()).ouvrir("/dossier/" + amina + "/coordonnees");
    ecrire("+33639980000");
    n.page.fill("#telephone", "06 39 98 12 34");
    n.page.locator("#telephone").press("Enter");
    assertThat(n.page.locator(".entre-temps")).containsText("Quelqu'un a changé ces coordonnées pendant que vous écriviez");
    assertThat(n.page.locator(".entre-temps")).containsText("Téléphone : « 06 39 98 00 00 » au lieu de rien ; vous avez écrit « 06 39 98 12 34 ».");
    assertThat(n.page.locator("#telephone")).hasValue("06 39 98 12 34");
    n.page.locator("#telephone").press("Enter");
    assertThat(n.page.locator("main")).containsText("06 39 98 12 34");
  }
}
