package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Amina Benali and Delphine, her référent, draw up her contract in ten minutes, by keyboard; Amina signs on the telephone of Delphine. */
@Parcours
class ContratParcours {
  private static final String ELLE = "personne_id in (select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA')";
  @Autowired
  Comptoir comptoir;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private long amina;
  private int centre;
  private long suivi;

  @BeforeEach
  void amina_est_suivie_par_le_departement() {
    effacer();
    amina = base.sql("select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA'").query(Long.class).single();
    centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    suivi = base.sql("select id from orientation.suivi where personne_id = ? and etat <> 'CLOS'").param(amina).query(Long.class).optional()
        .map(_ -> 0L).orElseGet(() -> base.sql("""
            insert into orientation.suivi (personne_id, parcours, organisation_id, notifie_le, etat_depuis, saisi_par, saisi_le)
            select ?, 'SOCIAL', min(id), '2025-09-15', '2025-09-15', 'essai', now() from structures.organisation where nature = 'DEPARTEMENT' returning id""")
            .param(amina).query(Long.class).single());
  }

  /** The stories share a database: nothing of this one is left to the next. */
  @AfterEach
  void rendre_la_base_comme_elle_etait() {
    effacer();
    base.sql("delete from orientation.suivi where id = ?").param(suivi).update();
  }

  private void effacer() {
    for (String table : List.of("document", "signature", "action", "objectif", "refus", "version", "passage", "contrat")) {
      base.sql("delete from engagement." + table + " where " + ELLE).update();
    }
    base.sql("delete from echeances.echeance where nature like '%CONTRAT%' and " + ELLE).update();
  }

  @Test
  void delphine_prepare_le_contrat_avec_amina_au_clavier_et_amina_signe_du_doigt(Navigation n) {
    Agent delphine = comptoir.agent("REFERENT", List.of(centre), List.of());
    n.connecter(delphine).ouvrir("/dossier/" + amina + "/parcours");
    n.page.locator("a:has-text('Préparer son contrat')").press("Enter");
    n.regarder("contrat-vide");
    n.page.locator("button:has-text('Préparer le contrat')").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("prêt à être relu avec la personne");
    n.regarder("contrat-a-elaborer");
    n.page.locator("summary:has-text('Ajouter une action')").first().press("Enter");
    n.page.locator("details[open] button:has-text('Ajouter cette action')").first().press("Enter");
    assertThat(n.page.locator("main [role=alert]")).containsText("choses sont à corriger");
    n.regarder("contrat-refus");
    n.page.locator("input[id^='libelle-nouvelle-action-']").first().fill("Atelier de recherche d'emploi, le mardi");
    n.page.locator("select[id^='activite-nouvelle-action-']").first().selectOption("REMOBILISATION");
    n.page.locator("input[id^='heures-nouvelle-action-']").first().fill("3,5");
    n.page.locator("details[open] button:has-text('Ajouter cette action')").first().press("Enter");
    assertThat(n.page.locator("main")).containsText("3,5 h par semaine");
    n.page.locator("button:has-text('Présenter à la signature')").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("son texte ne change plus");
    n.regarder("contrat-a-signer");

    n.largeur(390).ouvrir("/contrats/personnes/" + amina);
    n.regarder("contrat-a-signer-telephone");
    n.largeur(390);
    n.page.locator("button:has-text('Garder cette signature')").click();
    assertThat(n.page.locator("main [role=alert]")).containsText("n'a rien dessiné");
    Locator cadre = n.page.locator("canvas");
    cadre.scrollIntoViewIfNeeded();
    BoundingBox place = cadre.boundingBox();
    n.page.mouse().move(place.x + 20, place.y + 20);
    n.page.mouse().down();
    n.page.mouse().move(place.x + 120, place.y + 60);
    n.page.mouse().move(place.x + 200, place.y + 30);
    n.page.mouse().up();
    n.page.locator("button:has-text('Garder cette signature')").click();
    assertThat(n.page.locator("main .alert-success")).containsText("La signature de la personne est gardée");
    n.page.locator("button:has-text(\"Signer pour l'organisme\")").press("Enter");
    assertThat(n.page.locator("main")).containsText("Signature à l'écran".toLowerCase());
    n.regarder("contrat-signe-telephone");
    n.largeur(1280).ouvrir("/contrats/personnes/" + amina).regarder("contrat-signe");
    n.ouvrir("/dossier/" + amina + "/parcours").regarder("contrat-panneau");
  }
}
