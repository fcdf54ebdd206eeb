package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Amina Benali is followed by Delphine Jouve, of the CMS of Privas, since August; nobody met her yet. Today is 8 September 2025. */
@Parcours
class MaJourneeParcours {
  private static final String ELLE = "personne_id in (select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA')";
  @Autowired
  Comptoir comptoir;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private int centre;
  private int privas;

  @BeforeEach
  void amina_est_suivie_par_delphine() {
    rendre_la_base_comme_elle_etait();
    centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    privas = base.sql("select id from structures.organisation where code = 'CMS-PRIVAS'").query(Integer.class).single();
    base.sql("""
        insert into orientation.suivi (personne_id, parcours, organisation_id, referent_id, notifie_le, etat_depuis, saisi_par, saisi_le, territoire_id)
        select p.id, 'SOCIAL', r.organisation_id, r.id, date '2025-08-04', date '2025-08-04', 'essai', timestamptz '2025-08-04 09:00', p.territoire_id
        from allocataires.personne p, structures.referent r where p.nom = 'BENALI' and p.prenom = 'AMINA' and r.nom = 'Delphine Jouve'""").update();
    base.sql("select orientation.recalculer_organisations(array(select id from allocataires.personne where nom = 'BENALI'))")
        .query((l, _) -> 0).list();
  }

  /** The stories share a database: nothing of this one is left to the next. */
  @AfterEach
  void rendre_la_base_comme_elle_etait() {
    for (String table : List.of("diagnostic.action_passage", "diagnostic.action", "diagnostic.frein_passage", "diagnostic.frein",
        "diagnostic.constat", "diagnostic.brouillon_global", "accompagnement.contact", "accompagnement.brouillon_contact",
        "accompagnement.pas_differe", "rendezvous.fait", "rendezvous.passage",
        "rendezvous.entretien", "orientation.passage", "orientation.suivi")) {
      base.sql("delete from " + table + " where " + ELLE).update();
    }
    base.sql("delete from structures.compte_de_referent").update();
    base.sql("select orientation.recalculer_organisations(array(select id from allocataires.personne where nom = 'BENALI'))")
        .query((l, _) -> 0).list();
  }

  @Test
  void l_administration_lie_delphine_a_son_compte_et_delphine_commence_par_amina(Navigation n) {
    Agent delphine = comptoir.agent("REFERENT", List.of(centre), List.of());
    n.connecter("ADMINISTRATION").ouvrir("/habilitations/" + delphine.id());
    n.page.selectOption("#referent", new com.microsoft.playwright.options.SelectOption().setLabel("Delphine Jouve, Centre médico-social de Privas"));
    n.page.locator("button:has-text('Lier ce référent')").click();
    assertThat(n.page.locator("main")).containsText("Cet agent est Delphine Jouve");
    n.regarder("compte-lie");
    n.page.locator("a:has-text('Delphine Jouve')").click();
    assertThat(n.page.locator("main")).containsText(delphine.identifiant());
    n.regarder("referent-lie");
    n.ouvrir("/parametres?q=delai").regarder("parametres-cherches");

    n.page.locator("button:has-text('Se déconnecter')").first().click();
    n.seConnecter(delphine);
    assertThat(n.page.locator("h1")).hasText("Ma journée");
    assertThat(n.page.locator("[data-liste] tbody tr")).hasCount(1);
    n.ouvrir("/allocataires");
    assertThat(n.page.locator("[data-liste] tbody tr")).hasCount(1);
    n.regarder("mes-allocataires");
    n.page.locator("a:has-text('Tout mon périmètre')").click();
    assertThat(n.page.locator("[data-liste] tbody tr").nth(1)).isVisible();
    n.ouvrir("/agenda").regarder("mon-agenda");
    assertThat(n.page.locator("main")).containsText("Rien dans votre agenda cette semaine");
  }

  @Test
  void delphine_fait_sa_journee_au_clavier(Navigation n) {
    Agent delphine = comptoir.agent("REFERENT", List.of(centre), List.of());
    base.sql("""
        insert into structures.compte_de_referent (agent_id, referent_id, lie_par, lie_le)
        select ?, id, 'essai', now() from structures.referent where nom = 'Delphine Jouve'""").param(delphine.id()).update();
    n.connecter(delphine).ouvrir("/ma-journee");
    assertThat(n.page.locator("main")).containsText("Première rencontre au plus tard le 4 septembre 2025");
    n.page.locator("summary:has-text('Plus tard')").focus();
    n.page.keyboard().press("Enter");
    n.regarder("ma-journee");
    n.page.locator("details[open] button:has-text('Remettre à ce jour')").press("Enter");
    assertThat(n.page.locator("main [role=alert]")).containsText("Dites pourquoi");
    n.page.locator("details[open] [name=raison]").fill("Elle travaille cette semaine");
    n.page.locator("details[open] [name=raison]").press("Enter");
    assertThat(n.page.locator("main")).containsText("Tout est fait");
    n.page.locator("summary:has-text('Remis ou écartés')").press("Enter");
    n.regarder("ma-journee-faite");
    n.page.locator("button:has-text('Remettre dans la journée')").press("Enter");
    assertThat(n.page.locator("main")).containsText("Première rencontre au plus tard");

    n.ouvrir("/dossier/" + base.sql("select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA'").query(Long.class)
        .single() + "/echanges");
    n.page.locator("main a:has-text('Noter un contact')").press("Enter");
    // the cursor is on the first answer: space, then the others one key each
    assertThat(n.page.getByLabel("Oui", new Page.GetByLabelOptions().setExact(true))).isFocused();
    n.page.keyboard().press("Space");
    assertThat(n.page.getByLabel("Oui", new Page.GetByLabelOptions().setExact(true))).isChecked();
    n.page.locator("button:has-text('Enregistrer')").press("Enter");
    assertThat(n.page.locator("main [role=alert]")).containsText("Dites comment le contact a eu lieu");
    n.regarder("contact-refuse");
    n.page.getByLabel("Au bureau").press("Space");
    n.page.fill("#dit", "Elle cherche une garde pour l'après-midi.");
    n.page.locator("button:has-text('Enregistrer')").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("Le contact est noté");
    assertThat(n.page.locator("main")).containsText("Elle cherche une garde pour l'après-midi.");
    n.regarder("contacts-du-dossier");
    n.ouvrir("/ma-journee");
    assertThat(n.page.locator("main")).containsText("Tout est fait");
  }

  @Test
  void delphine_fait_le_point_avec_amina_sur_son_telephone(Navigation n) {
    Agent delphine = comptoir.agent("REFERENT", List.of(centre), List.of());
    long amina = base.sql("select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA'").query(Long.class).single();
    n.largeur(390).seConnecter(delphine);
    n.ouvrir("/dossier/" + amina + "/parcours");
    n.page.locator("a:has-text('Faire le point')").click();
    assertThat(n.page.locator("#MOBILITE-dit")).isHidden();
    n.page.locator("#MOBILITE-niveau-FORT").check();
    n.page.locator("#MOBILITE-dit").fill("Le car passe une fois par jour.");
    n.page.waitForResponse(r -> r.url().endsWith("/saisie") && r.request().postData().contains("CODE_ET_PERMIS"),
        () -> n.page.selectOption("#MOBILITE-action", "CODE_ET_PERMIS"));
    assertThat(n.page.locator("#garde")).containsText("gardée");
    n.page.reload();
    assertThat(n.page.locator("#MOBILITE-dit")).hasValue("Le car passe une fois par jour.");
    n.page.locator("#LOGEMENT-niveau-SANS").check();
    n.regarder("diagnostic-global");
    n.largeur(390);
    n.page.locator("button:has-text('Enregistrer le diagnostic global')").click();
    assertThat(n.page.locator("main")).containsText("frein ouvert depuis le 08/09/2025");
    n.page.locator("a:text-is('Actions')").click();
    n.page.locator("summary:has-text('Donner des nouvelles')").press("Enter");
    n.page.locator("details[open]").getByLabel("En cours").check();
    n.page.locator("details[open] [name=dit]").fill("Inscrite à l'auto-école");
    n.regarder("actions");
    n.largeur(390);
    n.page.locator("details[open] button:has-text('Enregistrer')").click();
    assertThat(n.page.locator("main")).containsText("En cours depuis le 08/09/2025");
    n.ouvrir("/diagnostic-global/" + amina + "/differences");
    assertThat(n.page.locator("main")).containsText("Mobilité. Le 08/06/2025 : pas encore regardé. Le 08/09/2025 : fort.");
    n.regarder("differences");
  }

  @Test
  void la_conseillere_du_partenaire_note_la_premiere_rencontre_sur_son_telephone(Navigation n) {
    n.largeur(390).seConnecter("PARTENAIRE", List.of(), List.of(privas));
    assertThat(n.page.locator("h1")).hasText("Premières rencontres");
    assertThat(n.page.locator("main")).containsText("4 jours de retard");
    n.page.locator("summary:has-text('Noter')").click();
    n.page.getByLabel("Non, excusée").check();
    n.page.locator("details[open] button:has-text('Enregistrer')").click();
    assertThat(n.page.locator("main .alert-danger")).containsText("Choisissez la raison");
    assertThat(n.page.getByLabel("Non, excusée")).isChecked();
    n.regarder("premieres-rencontres-refus");
    n.largeur(390);
    n.page.getByLabel("Oui", new Page.GetByLabelOptions().setExact(true)).check();
    n.page.locator("details[open] button:has-text('Enregistrer')").click();
    assertThat(n.page.locator("main")).containsText("la personne est venue");
    n.page.locator("nav.files a:has-text('Rencontrées')").click();
    assertThat(n.page.locator("main")).containsText("08/09/2025");
    n.regarder("premieres-rencontres");
  }

  @Test
  void la_controleuse_note_un_ecart_verifie(Navigation n) {
    n.connecter("CONTROLE").ouvrir("/verifier");
    n.page.locator("tr:has-text('BENALI') summary:has-text('Noter')").click();
    n.regarder("verifier-a-noter");
    n.page.locator("tr:has-text('BENALI') input[name=note]").fill("Naissance déclarée en août");
    n.page.locator("tr:has-text('BENALI') button:has-text('Vérifié')").click();
    assertThat(n.page.locator("main")).not().containsText("BENALI");
    n.ouvrir("/verifier?vus=VERIFIES").regarder("verifies");
    n.page.locator("tr:has-text('BENALI') button:has-text('Annuler')").click();
    assertThat(n.page.locator("main")).containsText("de nouveau dans la liste");
  }
}
