package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The head of a territory gives référents to those who wait; the administration keeps a référent. */
@Parcours
class AffecterUneListeParcours {
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private int centre;

  /** Amina and Karim Benali (Privas) wait, whatever other stories did. */
  @BeforeEach
  void deux_personnes_attendent() {
    rendre_la_base_comme_elle_etait();
    centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    base.sql("""
        insert into orientation.entree (personne_id, foyer_id, mois, reference, recu_le, motif, etat_depuis, import_id, territoire_id)
        select p.id, m.foyer_id, '2025-07-01', '2025-07-31', date '2025-09-02', 'PRIMO_DEMANDEUR', '2025-07-31', m.import_id, p.territoire_id
        from allocataires.personne p join allocataires.membre m on m.personne_id = p.id and m.jusqua = 'infinity' and m.oublie_le = 'infinity'
        where p.nom = 'BENALI' and m.adulte""").update();
    base.sql("""
        insert into echeances.echeance (nature, personne_id, objet_id, depart, limite_legale, reference_legale, cible, etat_depuis, territoire_id)
        select 'ORIENTATION', personne_id, id, recu_le, recu_le + 42, 'D. 262-65-2 CASF', recu_le + 41, recu_le, territoire_id from orientation.entree
        on conflict do nothing""").update();
  }

  /** The stories share a database: nothing of the orientation of the Benali is left to the next one. */
  @AfterEach
  void rendre_la_base_comme_elle_etait() {
    String eux = "personne_id in (select id from allocataires.personne where nom = 'BENALI')";
    for (String table : List.of("orientation.passage", "orientation.suivi", "echeances.echeance", "orientation.entree", "diagnostic.brouillon",
        "diagnostic.recommandation", "diagnostic.diagnostic")) {
      base.sql("delete from " + table + " where " + eux).update();
    }
    base.sql("select orientation.recalculer_organisations(array(select id from allocataires.personne where nom = 'BENALI'))")
        .query((l, _) -> 0).list();
  }

  @Test
  void la_responsable_confie_la_liste_aux_referents_proposes(Navigation n) {
    n.connecter("RESPONSABLE_TERRITOIRE", List.of(centre), List.of()).ouvrir("/nouveaux-entrants");
    n.page.locator("a:has-text('Affecter une liste')").click();
    assertThat(n.page.locator(".barre-compte")).hasText("0 case cochée sur 2");
    n.page.locator("button:has-text('Tout cocher')").click();
    assertThat(n.page.locator(".barre-compte")).hasText("2 cases cochées sur 2");
    n.page.setViewportSize(390, 420);
    n.page.evaluate("window.scrollTo(0, document.body.scrollHeight)");
    assertThat(n.page.locator(".barre-compte")).isInViewport();
    assertThat(n.page.locator("button:has-text('Tout décocher')")).isInViewport();
    n.largeur(1280);
    n.regarder("affectation-choix");
    n.page.getByLabel("Social", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true)).check();
    n.page.locator("button:has-text('Proposer les référents')").click();
    assertThat(n.page.locator("h1")).containsText("Référents proposés");
    assertThat(n.page.locator("main")).containsText("Parce que");
    n.page.locator("select[name=choix]").first().selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(2));
    n.page.locator("button:has-text(\"Voir l'effet\")").last().click();
    assertThat(n.page.locator("main")).containsText("Changé à la main");
    n.regarder("affectation");
    n.page.locator("button:has-text('Enregistrer la liste')").last().dblclick();
    assertThat(n.page.locator("main .alert-success")).containsText("confiées à");
  }

  @Test
  void le_formulaire_d_orientation_propose_les_referents_du_parcours(Navigation n) {
    long amina = base.sql("select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA'").query(Long.class).single();
    n.connecter("SECRETARIAT", List.of(centre), List.of()).ouvrir("/orientations/nouvelle?personne=" + amina);
    n.page.getByLabel("Social", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true)).check();
    n.page.locator("#referents-proposes button").first().click();
    org.assertj.core.api.Assertions.assertThat((String) n.page.evaluate("document.getElementById('destination').value")).matches("\\d+-\\d+");
    n.page.mouse().move(0, 0);
    n.regarder("orientation-referents-proposes");
  }

  @Test
  void l_administration_dit_de_qui_un_referent_est_specialiste(Navigation n) {
    int referent = base.sql("select id from structures.referent where nom like 'Delphine Jouve'").query(Integer.class).single();
    n.connecter("ADMINISTRATION").ouvrir("/structures/referents/" + referent);
    n.page.getByLabel("Agriculteurs").check();
    n.page.selectOption("#fonction", "POLYVALENCE");
    n.page.locator("button:has-text('Enregistrer')").click();
    assertThat(n.page.locator("main")).containsText("agriculteur");
    n.ouvrir("/structures/referents/" + referent).regarder("referent-specialiste");
    assertThat(n.page.locator("main")).containsText("Ce qu'il a été");
    n.page.getByLabel("Agriculteurs").uncheck();
    n.page.locator("button:has-text('Enregistrer')").click();
  }
}
