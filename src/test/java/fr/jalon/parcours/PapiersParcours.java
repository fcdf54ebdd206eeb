package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Amina Benali shows her identity card to Delphine, owes her a CV, and shows it the next week; the secretary, on a telephone, does not ask again. */
@Parcours
class PapiersParcours {
  private static final String ELLE = "personne_id in (select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA')";
  @Autowired
  Comptoir comptoir;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private long amina;
  private int centre;

  @BeforeEach
  void amina_n_a_rien_montre() {
    rendre_la_base_comme_elle_etait();
    amina = base.sql("select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA'").query(Long.class).single();
    centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
  }

  /** The stories share a database: nothing of this one is left to the next. */
  @AfterEach
  void rendre_la_base_comme_elle_etait() {
    for (String table : List.of("papiers.copie", "papiers.version", "papiers.passage", "papiers.papier")) {
      base.sql("delete from " + table + " where " + ELLE).update();
    }
  }

  @Test
  void delphine_note_et_demande_au_clavier_la_secretaire_ne_redemande_pas_de_son_telephone(Navigation n) {
    Agent delphine = comptoir.agent("REFERENT", List.of(centre), List.of());
    n.connecter(delphine).ouvrir("/dossier/" + amina + "/echanges");
    n.page.locator("a:has-text('Voir ses papiers')").press("Enter");
    assertThat(n.page.locator("main")).containsText("Aucun papier n'est noté");
    n.regarder("papiers-vide");
    n.page.selectOption("#genre-vu", "IDENTITE");
    n.page.locator("button:has-text('Noter')").press("Enter");
    assertThat(n.page.locator("main [role=alert]")).containsText("Recopiez la date de fin de validité");
    assertThat(n.page.locator("#jusquAu-vu")).isFocused();
    n.regarder("papiers-refus");
    n.page.fill("#jusquAu-vu", "2031-05-06");
    n.page.locator("button:has-text('Noter')").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("ne sera pas redemandé");
    n.page.selectOption("#genre-demande", "CV");
    n.page.fill("#pourLe-demande", base.sql("select (now() + interval '10 years')::date::text").query(String.class).single());
    n.page.locator("button:has-text('Demander')").press("Enter");
    assertThat(n.page.locator("main tbody tr")).hasCount(2);
    n.regarder("papiers");
    n.page.locator("summary:has-text('Reçu')").press("Enter");
    n.page.locator("button:has-text(\"Noter qu'il est reçu\")").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("Le papier est reçu");
    n.ouvrir("/dossier/" + amina + "/echanges").regarder("papiers-panneau");
    n.page.locator("button:has-text('Se déconnecter')").first().press("Enter");

    n.largeur(390).seConnecter(comptoir.agent("SECRETARIAT", List.of(centre), List.of()));
    n.ouvrir("/papiers/" + amina);
    n.page.locator("tr:has-text('CV') summary:has-text('Garder une copie')").press("Enter");
    n.regarder("papiers-telephone");
    n.largeur(390);
    n.page.selectOption("#genre-demande", "IDENTITE");
    n.page.fill("#pourLe-demande", base.sql("select (now() + interval '10 years')::date::text").query(String.class).single());
    n.page.locator("button:has-text('Demander')").press("Enter");
    assertThat(n.page.locator("main [role=alert]")).containsText("Déjà vu le");
    n.regarder("papiers-deja-vu");
  }
}
