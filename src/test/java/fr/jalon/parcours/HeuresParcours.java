package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fr.jalon.engagement.ContratSigne;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Amina Benali signed a contract of fifteen hours; Delphine notes a week by keyboard, corrects it, adapts her plan,
    and reads it on a telephone. */
@Parcours
class HeuresParcours {
  private static final String ELLE = "personne_id in (select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA')";
  @Autowired
  Comptoir comptoir;
  @Autowired
  java.time.Clock horloge;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private long amina;
  private int centre;
  private boolean suivie;

  @BeforeEach
  void amina_a_un_contrat_de_quinze_heures() {
    amina = base.sql("select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA'").query(Long.class).single();
    rendre_la_base_comme_elle_etait();
    centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    LocalDate lundi = LocalDate.now(horloge).with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY)).minusWeeks(4);
    int organisation = base.sql("select min(id) from structures.organisation where nature = 'DEPARTEMENT'").query(Integer.class).single();
    suivie = base.sql("select exists (select from orientation.suivi where etat <> 'CLOS' and " + ELLE + ")").query(Boolean.class).single();
    long suivi = suivie ? base.sql("select id from orientation.suivi where etat <> 'CLOS' and " + ELLE).query(Long.class).single()
        : ContratSigne.suivie(base, amina, organisation, lundi.minusDays(20));
    ContratSigne.de(base, amina, suivi, lundi, lundi.plusMonths(6)).avec("DEMARCHES", "3").avec("RECHERCHE", "5").avec("FORMATION", "7");
  }

  /** The stories share a database: nothing of this one is left to the next. */
  @AfterEach
  void rendre_la_base_comme_elle_etait() {
    for (String table : List.of("raison_d_adaptation", "adaptation", "heure", "semaine", "action", "objectif", "version", "passage", "contrat")) {
      base.sql("delete from engagement." + table + " where " + ELLE).update();
    }
    base.sql("delete from echeances.echeance where nature = 'CONTRAT_ENGAGEMENT' and " + ELLE).update();
    base.sql("delete from orientation.suivi where saisi_par = 'essai' and " + ELLE).update();
  }

  @Test
  void delphine_note_une_semaine_au_clavier_la_corrige_adapte_le_plan_et_le_lit_de_son_telephone(Navigation n) {
    Agent delphine = comptoir.agent("REFERENT", List.of(centre), List.of());
    n.connecter(delphine).ouvrir("/dossier/" + amina + "/parcours");
    n.page.locator("a:has-text('Noter ses heures')").press("Enter");
    n.page.locator("a:has-text(\"Semaine d'avant\")").press("Enter");
    assertThat(n.page.locator("main")).containsText("Compte seule");
    n.page.locator("#h-DEMARCHES-1").focus();
    n.page.keyboard().type("1h30");
    n.page.keyboard().press("Tab");
    n.page.keyboard().type("deux");
    n.page.keyboard().press("Enter");
    assertThat(n.page.locator("main [role=alert]")).containsText("Ces heures ne peuvent pas être lues");
    n.regarder("heures-refus");
    n.page.fill("#h-DEMARCHES-2", "2");
    n.page.fill("#h-RECHERCHE-0", "3,5");
    n.page.locator("button:has-text('Enregistrer la semaine')").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("3\u00a0cases changées");
    assertThat(n.page.locator("main")).containsText("il en manque 1\u00a0h");
    n.regarder("heures-semaine");
    n.page.fill("#h-DEMARCHES-2", "3");
    n.page.locator("button:has-text('Enregistrer la semaine')").press("Enter");
    assertThat(n.page.locator("main")).not().containsText("il en manque");
    n.page.locator("summary:has-text(\"Demander moins d'heures\")").press("Enter");
    n.page.selectOption("#dispense-adaptation", "non");
    n.page.fill("#heures-adaptation", "0");
    n.page.locator("button:has-text('Adapter son plan')").press("Enter");
    assertThat(n.page.locator("main [role=alert]")).containsText("jamais zéro");
    n.regarder("heures-adaptation-refus");
    n.page.fill("#heures-adaptation", "10");
    n.page.selectOption("#motif-adaptation", "SITUATION_PERSONNELLE");
    n.page.selectOption("#preuve-adaptation", "DITE");
    n.page.fill("#aRevoirLe-adaptation", LocalDate.now(horloge).plusMonths(3).toString());
    n.page.locator("button:has-text('Adapter son plan')").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("son plan est adapté");
    n.regarder("heures-adaptee");
    n.ouvrir("/heures?nom=BENALI").regarder("heures-liste");
    n.ouvrir("/dossier/" + amina + "/parcours").regarder("heures-panneau");

    n.largeur(390).ouvrir("/heures/personnes/" + amina).regarder("heures-telephone");
    n.ouvrir("/heures?nom=BENALI").regarder("heures-liste-telephone");
  }
}
