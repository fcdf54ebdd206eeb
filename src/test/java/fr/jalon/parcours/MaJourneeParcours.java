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
        select p.id, 'SOCIAL', r.organisation_id, r.id, date '2025-08-04', date '2025-08-04', 'essai', now(), p.territoire_id
        from allocataires.personne p, structures.referent r where p.nom = 'BENALI' and p.prenom = 'AMINA' and r.nom = 'Delphine Jouve'""").update();
    base.sql("select orientation.recalculer_organisations(array(select id from allocataires.personne where nom = 'BENALI'))")
        .query((l, _) -> 0).list();
  }

  /** The stories share a database: nothing of this one is left to the next. */
  @AfterEach
  void rendre_la_base_comme_elle_etait() {
    for (String table : List.of("rendezvous.fait", "rendezvous.passage", "rendezvous.entretien", "orientation.passage", "orientation.suivi")) {
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
    assertThat(n.page.locator("h1")).hasText("Allocataires");
    assertThat(n.page.locator("[data-liste] tbody tr")).hasCount(1);
    n.regarder("mes-personnes");
    n.page.locator("a:has-text('Tout mon périmètre')").click();
    assertThat(n.page.locator("[data-liste] tbody tr").nth(1)).isVisible();
    n.ouvrir("/agenda").regarder("mon-agenda");
    assertThat(n.page.locator("main")).containsText("Rien dans votre agenda cette semaine");
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
