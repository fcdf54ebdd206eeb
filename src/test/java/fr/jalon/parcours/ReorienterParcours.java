package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Amina Benali, in parcours social at Privas since February: her review is late, she wants to work. */
@Parcours
class ReorienterParcours {
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private int centre;
  private long amina;

  @BeforeEach
  void amina_est_en_parcours_social() {
    rendre_la_base_comme_elle_etait();
    centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    amina = base.sql("select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA'").query(Long.class).single();
    long suivi = base.sql("""
        insert into orientation.suivi (personne_id, parcours, organisation_id, notifie_le, etat_depuis, saisi_par, saisi_le, territoire_id)
        select ?, 'SOCIAL', o.id, date '2025-02-03', date '2025-02-03', 'essai', now(), ? from structures.organisation o where o.code = 'CMS-PRIVAS' returning id""")
        .params(amina, centre).query(Long.class).single();
    base.sql("""
        insert into echeances.echeance (nature, personne_id, objet_id, depart, limite_legale, reference_legale, etat_depuis, territoire_id)
        values ('REEXAMEN_SOCIAL', ?, ?, '2025-02-03', '2025-08-03', 'L. 262-31 CASF', '2025-02-03', ?)""").params(amina, suivi, centre).update();
    base.sql("select orientation.recalculer_organisations(array[?::bigint])").param(amina).query((l, _) -> 0).list();
    base.sql("""
        with d as (insert into diagnostic.diagnostic (personne_id, reponses, referentiel, saisi_par, saisi_le, territoire_id)
          values (?, '{}', '2025-01-01', 'essai', now(), ?) returning id)
        insert into diagnostic.recommandation (diagnostic_id, personne_id, parcours, reexamen_long, faite_le, territoire_id)
        select id, ?, 'PROFESSIONNEL', false, now(), ? from d""").params(amina, centre, amina, centre).update();
  }

  /** The stories share a database: nothing of this one is left to the next. */
  @AfterEach
  void rendre_la_base_comme_elle_etait() {
    String eux = "personne_id in (select id from allocataires.personne where nom = 'BENALI')";
    base.sql("update orientation.suivi set suivant_id = null where " + eux).update();
    for (String table : List.of("orientation.maintien", "orientation.reorientation", "orientation.passage", "orientation.suivi", "echeances.echeance",
        "diagnostic.recommandation", "diagnostic.diagnostic")) {
      base.sql("delete from " + table + " where " + eux).update();
    }
    base.sql("select orientation.recalculer_organisations(array(select id from allocataires.personne where nom = 'BENALI'))")
        .query((l, _) -> 0).list();
  }

  @Test
  void la_demande_part_du_dossier_et_la_responsable_l_accepte_au_clavier(Navigation n) {
    n.connecter("RESPONSABLE_TERRITOIRE", List.of(centre), List.of()).ouvrir("/dossier/" + amina + "/parcours");
    n.page.locator("a:has-text('Demander une réorientation')").press("Enter");
    n.page.getByLabel("La personne", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true)).press("Space");
    n.regarder("reorientation-demande");
    n.page.locator("button:has-text('Enregistrer la demande')").press("Enter");
    assertThat(n.page.locator("main")).containsText("Cochez au moins une raison");
    n.page.getByLabel("Peut chercher un emploi maintenant").press("Space");
    n.page.getByLabel("Parcours souhaité").selectOption("PROFESSIONNEL");
    n.page.locator("button:has-text('Enregistrer la demande')").press("Enter");
    assertThat(n.page.locator("main")).containsText("La demande de réorientation est enregistrée");
    n.regarder("reorientation");

    n.ouvrir("/reorientations");
    assertThat(n.page.locator("main")).containsText("1 demande attend une réponse");
    n.regarder("reorientations");
    n.page.locator("a:has-text('Décider')").press("Enter");
    n.page.getByLabel("Organisation ou référent")
        .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("France Travail Privas (référent à désigner)"));
    n.page.locator("button:has-text('Accepter la réorientation')").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("Le suivi précédent a pris fin la veille");
    n.ouvrir("/dossier/" + amina + "/parcours");
    assertThat(n.page.locator("main")).containsText("Demandes de réorientation");
    n.regarder("dossier-reoriente");
  }

  @Test
  void le_partenaire_demande_et_ne_decide_pas(Navigation n) {
    int organisation = base.sql("select id from structures.organisation where code = 'CMS-PRIVAS'").query(Integer.class).single();
    n.connecter("PARTENAIRE", List.of(), List.of(organisation)).ouvrir("/reorientations/nouvelle?personne=" + amina);
    n.page.getByLabel("Le référent ou son organisation").check();
    n.page.getByLabel("A déménagé").check();
    n.page.locator("button:has-text('Enregistrer la demande')").click();
    assertThat(n.page.locator("main .alert-success")).containsText("enregistrée");
    n.ouvrir("/reorientations");
    n.page.locator("a:has-text('Lire')").click();
    assertThat(n.page.locator("main")).not().containsText("Accepter la réorientation");
    n.sansDefaut();
  }

  @Test
  void un_reexamen_en_retard_se_maintient_avec_l_avis_puis_s_annule(Navigation n) {
    n.connecter("RESPONSABLE_TERRITOIRE", List.of(centre), List.of()).ouvrir("/reexamens?nom=benali");
    assertThat(n.page.locator("main")).containsText("de retard");
    n.regarder("reexamens");
    n.page.locator("[data-cocher=suivis]").press("Enter");
    n.page.getByLabel("Pourquoi le parcours social continue").fill("Un logement est à trouver d'abord");
    n.page.locator("button:has-text('Maintenir le parcours social')").press("Enter");
    assertThat(n.page.locator("main .alert-danger")).containsText("L. 262-31 CASF");
    assertThat(n.page.getByLabel("Pourquoi le parcours social continue")).hasValue("Un logement est à trouver d'abord");
    n.page.getByLabel("Rendu le").fill("2025-09-02");
    n.page.getByLabel("Sens").selectOption("FAVORABLE");
    n.page.locator("button:has-text('Maintenir le parcours social')").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("1 parcours social maintenu");
    n.regarder("reexamens-maintenus");
    n.page.locator(".alert-success button:has-text('Annuler')").press("Enter");
    assertThat(n.page.locator("main")).containsText("le réexamen reste dû");
  }
}
