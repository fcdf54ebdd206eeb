package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.parametres.Horloge;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Amina Benali, given to Delphine Jouve on 1 September 2025: her three first months, until the review of December. */
@Parcours
class TroisMoisParcours {
  private static final LocalDate SEPTEMBRE = LocalDate.of(2025, 9, 8);
  private static final String ELLE = "personne_id in (select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA')";
  @Autowired
  Comptoir comptoir;
  @Autowired
  Horloge horloge;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private int centre;
  private long amina;
  private Agent delphine;
  private Agent karim;

  @BeforeEach
  void amina_vient_d_etre_confiee_a_delphine() {
    rendre_la_base_comme_elle_etait();
    centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    amina = base.sql("select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA'").query(Long.class).single();
    base.sql("""
        insert into orientation.suivi (personne_id, parcours, organisation_id, referent_id, notifie_le, etat_depuis, saisi_par, saisi_le, territoire_id)
        select p.id, 'SOCIAL', r.organisation_id, r.id, date '2025-09-01', date '2025-09-01', 'essai', timestamptz '2025-09-01 09:00', p.territoire_id
        from allocataires.personne p, structures.referent r where p.id = ? and r.nom = 'Delphine Jouve'""").param(amina).update();
    base.sql("select orientation.recalculer_organisations(array[?::bigint])").param(amina).query((l, _) -> 0).list();
    delphine = comptoir.agent("REFERENT", List.of(centre), List.of());
    karim = comptoir.agent("REFERENT", List.of(centre), List.of());
    base.sql("""
        insert into structures.compte_de_referent (agent_id, referent_id, lie_par, lie_le)
        select ?, id, 'essai', now() from structures.referent where nom = 'Delphine Jouve'""").param(delphine.id()).update();
  }

  /** The stories share a database and a clock: nothing of this one is left to the next. */
  @AfterEach
  void rendre_la_base_comme_elle_etait() {
    horloge.regler(SEPTEMBRE.atTime(9, 0));
    for (String table : List.of("accompagnement.revue_decision", "carnet.demande", "carnet.version", "carnet.entree", "diagnostic.action_passage",
        "diagnostic.action", "diagnostic.frein_passage", "diagnostic.frein", "diagnostic.constat", "diagnostic.brouillon_global",
        "accompagnement.contact", "accompagnement.brouillon_contact", "accompagnement.pas_differe", "rendezvous.fait", "rendezvous.passage",
        "rendezvous.entretien",
        "orientation.passage", "orientation.suivi")) {
      base.sql("delete from " + table + " where " + ELLE).update();
    }
    base.sql("delete from accompagnement.revue").update();
    base.sql("delete from structures.compte_de_referent").update();
    base.sql("select orientation.recalculer_organisations(array(select id from allocataires.personne where nom = 'BENALI'))")
        .query((l, _) -> 0).list();
  }

  @Test
  void trois_mois_avec_amina(Navigation n) {
    arriver(n, delphine, SEPTEMBRE);
    noter(n, "presente", "bureau", "Vient d'arriver à Privas. Voudrait travailler dans la vente.");
    n.ouvrir("/diagnostic-global/" + amina);
    n.page.locator("#MOBILITE-niveau-FORT").check();
    n.page.selectOption("#MOBILITE-action", "CODE_ET_PERMIS");
    n.page.locator("#LOGEMENT-niveau-MOYEN").check();
    n.page.selectOption("#LOGEMENT-action", "LOGEMENT_SOCIAL");
    n.page.locator("button:has-text('Enregistrer le diagnostic global')").click();
    assertThat(n.page.locator("main")).containsText("Mobilité");
    assertThat(n.page.locator("main")).containsText("S'inscrire au code ou au permis, prévue");

    arriver(n, delphine, LocalDate.of(2025, 10, 6));
    assertThat(n.page.locator("main")).containsText("Contact à prendre avant le 8 octobre 2025");
    noter(n, "absente", "bureau", "");
    n.ouvrir("/ma-journee");
    assertThat(n.page.locator("main")).containsText("Absence non excusée le 6 octobre 2025, et rien depuis");

    arriver(n, delphine, LocalDate.of(2025, 10, 9));
    noter(n, "presente", "telephone", "Le car n'est pas passé lundi.");
    n.ouvrir("/carnet/" + amina + "/nouveau");
    n.page.selectOption("#theme", "MOBILITE");
    assertThat(n.page.locator("#lecteurs")).containsText("Sera lu par");
    n.page.fill("#texte", "Reste-t-il des places à l'auto-école sociale ?");
    n.page.selectOption("#pour", karim.identifiant());
    n.page.locator("button:has-text('Enregistrer')").click();
    assertThat(n.page.locator("main .alert-success")).containsText("C'est écrit dans le carnet, et demandé.");

    arriver(n, karim, LocalDate.of(2025, 10, 10));
    assertThat(n.page.locator("main")).containsText("Carnet à lire");
    assertThat(n.page.locator("main")).containsText("suivie par Delphine Jouve");
    n.page.locator("main a:has-text('Lire')").first().click();
    n.page.locator("summary:has-text('Répondre')").press("Enter");
    n.page.locator("details[open] textarea").fill("Deux places en novembre, je l'inscris.");
    n.page.locator("details[open] button").first().press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("Votre réponse est écrite");

    arriver(n, delphine, LocalDate.of(2025, 11, 3));
    assertThat(n.page.locator("main")).containsText("vous a répondu");
    noter(n, "presente", "bureau", "Le code est commencé, un logement est trouvé.");
    n.ouvrir("/diagnostic-global/" + amina + "/actions");
    var logement = n.page.locator("li:has-text('Demander un logement social')");
    logement.locator("summary").press("Enter");
    logement.getByLabel("Faite").check();
    logement.locator("[name=dit]").fill("Elle emménage le 15.");
    logement.locator("button").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("Les nouvelles sont notées.");
    n.ouvrir("/diagnostic-global/" + amina);
    n.page.locator("#LOGEMENT-etat-LEVE").check();
    n.page.locator("#MOBILITE-etat-LEVE_EN_PARTIE").check();
    n.page.locator("button:has-text('Enregistrer le diagnostic global')").click();
    assertThat(n.page.locator("main")).containsText("levé en partie");

    arriver(n, delphine, LocalDate.of(2025, 12, 1));
    n.ouvrir("/revue");
    n.page.locator("button:has-text('Ouvrir une revue')").press("Enter");
    assertThat(n.page.locator("[data-revue-titre]")).containsText("1 sur 1");
    n.regarder("trois-mois-revue");
    n.page.keyboard().press("1");
    n.page.keyboard().press("Enter");
    n.page.locator("button:has-text('Clore la revue')").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("La revue est close");
    n.ouvrir("/diagnostic-global/" + amina + "/differences?du=2025-09-08&au=2025-12-01");
    assertThat(n.page.locator("main")).containsText("Logement. Le 08/09/2025 : moyen. Le 01/12/2025 : levé.");
    assertThat(n.page.locator("main")).containsText("Mobilité. Le 08/09/2025 : fort. Le 01/12/2025 : fort, levé en partie.");
    n.ouvrir("/dossier/" + amina);
    n.regarder("trois-mois-dossier");
  }

  /** That day, she logs in: her day opens. */
  private void arriver(Navigation n, Agent agent, LocalDate jour) {
    horloge.regler(jour.atTime(9, 0));
    n.page.context().clearCookies();
    n.seConnecter(agent);
    assertThat(n.page.locator("h1")).hasText("Ma journée");
  }

  private void noter(Navigation n, String presence, String genre, String dit) {
    n.ouvrir("/contacts/" + amina + "/nouveau");
    n.page.locator("#presence-" + presence).check();
    n.page.locator("#genre-" + genre).check();
    n.page.fill("#dit", dit);
    n.page.locator("main button:has-text('Enregistrer')").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("Le contact est noté");
  }
}
