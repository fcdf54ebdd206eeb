package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.jalon.personnages.Foyer.foyer;
import static fr.jalon.personnages.Personne.personne;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import fr.jalon.echeances.BalayerLesEcheances;
import fr.jalon.engagement.application.CloreLesSemaines;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.parametres.Horloge;
import fr.jalon.personnages.Caisse;
import fr.jalon.personnages.Foyer;
import fr.jalon.personnages.Personne;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Nadia Zemmour, whose orientation was notified on 1 September 2025: her contract in the month, her hours, an amendment, a job, the file of the payer
 * that confirms it, and six months later she is still there.
 */
@Parcours
class JusquALEmploiParcours {
  private static final LocalDate SEPTEMBRE = LocalDate.of(2025, 9, 8);
  @Autowired
  Comptoir comptoir;
  @Autowired
  Caisse caisse;
  @Autowired
  Horloge horloge;
  @Autowired
  BalayerLesEcheances nuit;
  @Autowired
  CloreLesSemaines semaines;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private Foyer chez;
  private long nadia;
  private Agent delphine;
  private int centre;

  @BeforeEach
  void nadia_vient_d_etre_orientee() {
    Personne elle = personne("Nadia Zemmourparcours").nee("1988-03-02").sdd();
    chez = foyer("071970000001").habite("07186", "PRIVAS").avec(elle);
    caisse.journalier("2025-08-05", chez);
    nadia = caisse.numero(elle);
    centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    base.sql("""
        insert into orientation.suivi (personne_id, parcours, organisation_id, notifie_le, etat_depuis, saisi_par, saisi_le)
        select ?, 'SOCIOPROFESSIONNEL', min(id), '2025-09-01', '2025-09-01', 'essai', timestamptz '2025-09-01 09:00' from structures.organisation
        where nature = 'DEPARTEMENT'""").param(nadia).update();
    base.sql("select orientation.recalculer_organisations(array[?::bigint])").param(nadia).query((_, _) -> 0).list();
    delphine = comptoir.agent("REFERENT", List.of(centre), List.of());
  }

  /** The stories share a database and a clock: nothing of this one is left to the next. */
  @AfterEach
  void rendre_la_base_comme_elle_etait() {
    horloge.regler(SEPTEMBRE.atTime(9, 0));
    for (String table : List.of("sorties.essai", "sorties.rappel_passage", "sorties.rappel", "sorties.passage", "sorties.sortie",
        "engagement.document",
        "engagement.signature", "engagement.heure", "engagement.semaine", "engagement.action", "engagement.objectif", "engagement.version",
        "engagement.passage", "engagement.contrat", "echeances.echeance", "orientation.suivi")) {
      base.sql("delete from " + table + " where personne_id = ?").param(nadia).update();
    }
    base.sql("update allocataires.personne set territoire_id = null, organisation_ids = null where id = ?").param(nadia).update();
    base.sql("delete from engagement.cloture").update();
  }

  @Test
  void de_la_notification_a_l_emploi_garde_six_mois(Navigation n) {
    arriver(n, delphine, SEPTEMBRE, "/contrats/personnes/" + nadia);
    assertThat(n.page.locator("main")).containsText("Le contrat est à signer avant le 1er octobre 2025");
    n.page.locator("button:has-text('Préparer le contrat')").press("Enter");
    ajouterUneAction(n, "Ateliers du mardi et du jeudi", "REMOBILISATION", "6");
    ajouterUneAction(n, "Chercher un emploi de vendeuse", "RECHERCHE", "9");
    signer(n);
    assertThat(n.page.locator("main")).containsText("15 heures prévues cette semaine");
    n.ouvrir("/dossier/" + nadia + "/parcours");
    assertThat(n.page.locator("main")).containsText("Signé");

    arriver(n, delphine, LocalDate.of(2025, 9, 22), "/heures/personnes/" + nadia + "?semaine=2025-W38");
    n.page.fill("#h-REMOBILISATION-1", "3");
    n.page.fill("#h-REMOBILISATION-3", "3");
    n.page.fill("#h-RECHERCHE-0", "5");
    n.page.locator("button:has-text('Enregistrer la semaine')").press("Enter");
    assertThat(n.page.locator("main")).containsText("il en manque 4");

    arriver(n, delphine, LocalDate.of(2025, 10, 6), "/contrats/personnes/" + nadia);
    n.page.locator("button:has-text('Changer ce contrat')").press("Enter");
    n.page.locator("summary:has-text('Dates, intensité')").press("Enter");
    n.page.fill("textarea[id^='motif-cadre-']", "Une immersion en boutique est trouvée.");
    n.page.locator("details[open] button:has-text('Enregistrer')").first().press("Enter");
    ajouterUneAction(n, "Immersion à la boutique du Pont", "IMMERSION", "10");
    signer(n);
    assertThat(n.page.locator("main")).containsText("25 heures prévues cette semaine");

    arriver(n, delphine, LocalDate.of(2025, 11, 5), "/sorties/personnes/" + nadia);
    n.page.selectOption("#raison-nouvelle", "EMPLOI");
    n.page.fill("#le-nouvelle", "2025-11-03");
    n.page.selectOption("#contrat-nouvelle", "CDI");
    n.page.fill("#heures-nouvelle", "28");
    n.page.fill("#employeur-nouvelle", "La boutique du Pont");
    n.page.locator("button:has-text('Enregistrer')").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("La sortie est notée");

    caisse.journalier("2026-01-31", chez.ferme("ECH", "2026-01-01"));
    arriver(n, delphine, LocalDate.of(2026, 2, 5), "/sorties/personnes/" + nadia);
    assertThat(n.page.locator("main")).containsText("le confirme");
    n.regarder("jusqu-a-l-emploi-confirme");

    arriver(n, comptoir.agent("SECRETARIAT", List.of(centre), List.of()), LocalDate.of(2026, 5, 4), "/rappels?nom=zemmour");
    assertThat(n.page.locator("main")).containsText("La boutique du Pont");
    n.page.locator("summary:has-text('Elle répond')").press("Enter");
    n.page.locator("details[open] select[id^='reponse-']").first().selectOption("MEME_EMPLOI");
    n.page.locator("details[open] button").first().press("Enter");
    assertThat(n.page.locator("main .alert-success")).isVisible();
    n.ouvrir("/sorties/personnes/" + nadia);
    assertThat(n.page.locator("main")).containsText("Toujours au même poste");
    n.regarder("jusqu-a-l-emploi-garde");
  }

  /** That day, after the night, she logs in and opens this. */
  private void arriver(Navigation n, Agent agent, LocalDate jour, String page) {
    horloge.regler(jour.atTime(9, 0));
    nuit.executer("essai");
    semaines.executer();
    n.connecter(agent).ouvrir(page);
  }

  private void ajouterUneAction(Navigation n, String quoi, String activite, String heures) {
    n.page.locator("summary:has-text('Ajouter une action')").first().press("Enter");
    n.page.locator("input[id^='libelle-nouvelle-action-']").first().fill(quoi);
    n.page.locator("select[id^='activite-nouvelle-action-']").first().selectOption(activite);
    n.page.locator("input[id^='heures-nouvelle-action-']").first().fill(heures);
    n.page.locator("details[open] button:has-text('Ajouter cette action')").first().press("Enter");
    assertThat(n.page.locator("main")).containsText(quoi);
  }

  private void signer(Navigation n) {
    n.page.locator("button:has-text('Présenter à la signature')").press("Enter");
    Locator cadre = n.page.locator("canvas");
    cadre.scrollIntoViewIfNeeded();
    BoundingBox place = cadre.boundingBox();
    n.page.mouse().move(place.x + 20, place.y + 20);
    n.page.mouse().down();
    n.page.mouse().move(place.x + 200, place.y + 60);
    n.page.mouse().up();
    n.page.locator("button:has-text('Garder cette signature')").press("Enter");
    n.page.locator("button:has-text(\"Signer pour l'organisme\")").press("Enter");
    assertThat(n.page.locator("main")).containsText("Signé");
  }
}
