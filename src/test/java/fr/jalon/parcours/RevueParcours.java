package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fr.jalon.habilitations.Comptoir;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Amina and Karim Benali are followed by Delphine Jouve since July; her responsable looks at her file with her. Today is 8 September 2025. */
@Parcours
class RevueParcours {
  private static final String ELLES = "personne_id in (select id from allocataires.personne where nom = 'BENALI')";
  @Autowired
  Comptoir comptoir;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private int centre;

  @BeforeEach
  void les_benali_sont_suivis_par_delphine() {
    rendre_la_base_comme_elle_etait();
    centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    base.sql("""
        insert into orientation.suivi (personne_id, parcours, organisation_id, referent_id, notifie_le, etat_depuis, saisi_par, saisi_le, territoire_id)
        select p.id, 'SOCIAL', r.organisation_id, r.id, date '2025-07-07', date '2025-07-07', 'essai', timestamptz '2025-07-07 09:00', p.territoire_id
        from allocataires.personne p, structures.referent r where p.nom = 'BENALI' and r.nom = 'Delphine Jouve' order by p.prenom limit 2""").update();
    base.sql("select orientation.recalculer_organisations(array(select id from allocataires.personne where nom = 'BENALI'))")
        .query((l, _) -> 0).list();
  }

  /** The stories share a database: nothing of this one is left to the next. */
  @AfterEach
  void rendre_la_base_comme_elle_etait() {
    for (String table : List.of("accompagnement.brouillon_revue", "accompagnement.revue_decision", "orientation.passage", "orientation.suivi")) {
      base.sql("delete from " + table + " where " + ELLES).update();
    }
    base.sql("delete from accompagnement.revue").update();
    base.sql("select orientation.recalculer_organisations(array(select id from allocataires.personne where nom = 'BENALI'))")
        .query((l, _) -> 0).list();
  }

  @Test
  void la_responsable_lit_la_file_puis_la_revoit_au_clavier(Navigation n) {
    n.connecter(comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(centre), List.of())).ouvrir("/mes-personnes");
    n.page.selectOption("#referent", new com.microsoft.playwright.options.SelectOption().setLabel("Delphine Jouve"));
    assertThat(n.page.locator("h1")).hasText("Les personnes de Delphine Jouve");
    assertThat(n.page.locator("main")).containsText("2 personnes pour");
    n.page.locator("nav.files a:has-text('Sans contact')").press("Enter");
    assertThat(n.page.locator("[data-liste] tbody tr")).hasCount(2);
    n.regarder("mes-personnes");

    n.page.locator("main a:has-text('Revue de file active')").press("Enter");
    n.page.locator("button:has-text('Ouvrir une revue')").press("Enter");
    // the cursor is on the name: one figure, a word, Enter
    assertThat(n.page.locator("[data-revue-titre]")).isFocused();
    assertThat(n.page.locator("main")).containsText("Jamais rencontrée, aucun rendez-vous");
    n.page.keyboard().press("2");
    assertThat(n.page.locator("#pourquoi")).isFocused();
    n.page.keyboard().press("Enter");
    assertThat(n.page.locator("main .alert-danger")).containsText("Dites pourquoi");
    n.regarder("revue-refusee");
    n.page.locator("#pourquoi").fill("Une action de mobilité");
    n.page.keyboard().press("Enter");
    assertThat(n.page.locator("[data-revue-titre]")).containsText("2 sur 2");
    assertThat(n.page.locator("main .alert-success")).containsText("Enregistré pour BENALI");
    assertThat(n.page.locator("main .alert-success")).containsText("changer d'action");
    // a word typed and « Précédente » pressed before recording: it is there when she comes back, and said not to be recorded
    n.page.keyboard().press("3");
    n.page.locator("#pourquoi").fill("À revoir avec la mission locale");
    n.page.locator("[data-revue-vers=avant]").click();
    assertThat(n.page.locator("[data-revue-titre]")).containsText("1 sur 2");
    n.page.keyboard().press("j");
    assertThat(n.page.locator("[data-revue-titre]")).containsText("2 sur 2");
    assertThat(n.page.locator("main .alert-info")).containsText("ce n'est pas encore enregistré");
    assertThat(n.page.locator("#decision-3")).isChecked();
    assertThat(n.page.locator("#pourquoi")).hasValue("À revoir avec la mission locale");
    n.regarder("revue-commencee");
    n.page.locator("[data-revue-titre]").focus();
    n.page.keyboard().press("k");
    assertThat(n.page.locator("[data-revue-titre]")).containsText("1 sur 2");
    assertThat(n.page.locator("#decision-2")).isChecked();
    n.page.keyboard().press("ArrowRight");
    assertThat(n.page.locator("[data-revue-titre]")).containsText("2 sur 2");
    n.regarder("revue");
    n.page.keyboard().press("1");
    n.page.locator("#pourquoi").fill("");
    n.page.locator("#decision-1").focus();
    n.page.keyboard().press("Enter");
    assertThat(n.page).hasURL(Pattern.compile("/compte-rendu$"));
    assertThat(n.page.locator("main .alert-success")).containsText("Enregistré pour BENALI");
    assertThat(n.page.locator("main")).containsText("Une action de mobilité");
    n.page.locator("button:has-text('Clore la revue')").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("La revue est close");
    n.regarder("revue-compte-rendu");
    n.page.locator("main tbody a").first().press("Enter");
    assertThat(n.page.locator("main")).containsText("Décidé en revue : changer d'action");
    n.ouvrir("/revue").regarder("revues");
  }
}
