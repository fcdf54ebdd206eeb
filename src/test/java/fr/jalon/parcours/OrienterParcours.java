package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the list of those who wait to the orientation notified, and the pages of the administration behind it. */
@Parcours
class OrienterParcours {
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private int centre;

  /** Amina and Karim Benali (Privas) wait, he is late. */
  @BeforeEach
  void deux_personnes_attendent() {
    centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    base.sql("""
        insert into orientation.entree (personne_id, foyer_id, mois, reference, recu_le, motif, etat_depuis, import_id, territoire_id)
        select p.id, m.foyer_id, '2025-07-01', '2025-07-31', case p.prenom when 'KARIM' then date '2025-07-02' else date '2025-09-02' end,
          'PRIMO_DEMANDEUR', '2025-07-31', m.import_id, p.territoire_id
        from allocataires.personne p join allocataires.membre m on m.personne_id = p.id and m.jusqua = 'infinity' and m.oublie_le = 'infinity'
        where p.nom = 'BENALI' and m.adulte on conflict do nothing""").update();
    base.sql("""
        insert into echeances.echeance (nature, personne_id, objet_id, depart, limite_legale, reference_legale, cible, etat_depuis, territoire_id)
        select 'ORIENTATION', personne_id, id, recu_le, recu_le + 42, 'D. 262-65-2 CASF', recu_le + 41, recu_le, territoire_id from orientation.entree
        on conflict do nothing""").update();
  }

  @Test
  void une_secretaire_oriente_la_personne_en_retard_en_quelques_touches_puis_se_ravise(Navigation n) {
    n.connecter("SECRETARIAT", List.of(centre), List.of()).ouvrir("/nouveaux-entrants").regarder("nouveaux-entrants");
    n.page.locator(".files a:has-text('En retard')").click();
    n.page.locator("a:has-text('Orienter')").first().click();
    assertThat(n.page.locator("h1")).containsText("Orientation de BENALI");
    n.regarder("orientation");
    n.page.getByLabel("Social", new Page.GetByLabelOptions().setExact(true)).check();
    n.page.selectOption("#destination", new com.microsoft.playwright.options.SelectOption().setIndex(1));
    n.page.keyboard().press("Tab");
    n.page.locator("button:has-text(\"Enregistrer l'orientation\")").click();
    assertThat(n.page.locator("main .alert-success")).containsText("enregistrée");
    n.regarder("nouveaux-entrants-apres");
    n.page.locator("button:has-text('Annuler cette orientation')").click();
    assertThat(n.page.locator("main .alert-success")).containsText("attend de nouveau");
  }

  @Test
  void le_dossier_dit_ce_qui_est_du_et_la_liste_vide_le_dit_aussi(Navigation n) {
    long amina = base.sql("select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA'").query(Long.class).single();
    n.connecter("REFERENT", List.of(centre), List.of()).ouvrir("/dossier/" + amina);
    assertThat(n.page.locator("main")).containsText("À orienter au plus tard le");
    assertThat(n.page.locator(".prochain-pas")).containsText("À orienter au plus tard le");
    n.regarder("dossier-a-orienter");
    n.page.locator(".onglets-du-dossier a:has-text('Parcours')").click();
    n.regarder("dossier-parcours");
    n.ouvrir("/nouveaux-entrants?nom=personne-de-ce-nom").regarder("nouveaux-entrants-vide");
  }

  @Test
  void l_administration_lit_les_parametres_et_tient_les_structures(Navigation n) {
    n.connecter("ADMINISTRATION").ouvrir("/parametres");
    n.page.locator("summary").last().click();
    n.regarder("parametres").ouvrir("/structures").regarder("structures");
    n.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Centre médico-social de Privas").setExact(true)).click();
    n.regarder("organisation").ouvrir("/structures/referents/1").regarder("referent").ouvrir("/structures/territoires/" + centre)
        .regarder("territoire");
  }
}
