package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fr.jalon.habilitations.Comptoir;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Delphine Jouve goes on holiday: her responsable sees who is late in the team, hands over her persons, gets them back. By the keyboard. */
@Parcours
class RelaisParcours {
  private static final String ELLES = "personne_id in (select id from allocataires.personne where nom = 'BENALI')";
  @Autowired
  Comptoir comptoir;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private int centre;
  private String organisation;

  @BeforeEach
  void delphine_suit_les_benali_et_a_une_collegue() {
    rendre_la_base_comme_elle_etait();
    centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    organisation =
        base.sql("select o.nom from structures.organisation o join structures.referent r on r.organisation_id = o.id where r.nom = 'Delphine Jouve'")
        .query(String.class).single();
    base.sql("insert into structures.referent (organisation_id, nom) select organisation_id, 'Collègue du relais' from structures.referent "
        + "where nom = 'Delphine Jouve'")
        .update();
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
    for (String table : List.of("courriers.passage", "courriers.message", "orientation.changement_de_referent", "orientation.passage",
        "orientation.reorientation", "orientation.suivi")) {
      base.sql("delete from " + table + " where " + ELLES).update();
    }
    base.sql("delete from echeances.echeance where nature = 'REORIENTATION' and " + ELLES).update();
    base.sql("delete from orientation.relais").update();
    base.sql("delete from orientation.transfert").update();
    base.sql("delete from structures.referent where nom = 'Collègue du relais'").update();
    base.sql("select orientation.recalculer_organisations(array(select id from allocataires.personne where nom = 'BENALI'))")
        .query((l, _) -> 0).list();
  }

  @Test
  void la_responsable_voit_le_retard_de_delphine_confie_ses_personnes_et_les_lui_rend(Navigation n) {
    n.connecter(comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(centre), List.of())).ouvrir("/equipe");
    n.page.selectOption("#organisation", new com.microsoft.playwright.options.SelectOption().setLabel(organisation));
    assertThat(n.page.locator("main tbody tr").first()).containsText("Delphine Jouve");
    assertThat(n.page.locator("main tbody tr").first()).containsText("2 personnes");
    n.regarder("equipe");

    n.page.locator("main tbody tr").first().locator("a:has-text('Passer le relais')").press("Enter");
    assertThat(n.page.locator("h1")).hasText("Passer le relais de Delphine Jouve");
    n.page.locator("button:has-text('Passer le relais')").press("Enter");
    assertThat(n.page.locator("main .alert-danger")).containsText("Dites pourquoi le référent change");
    assertThat(n.page.locator("#raison")).isFocused();
    n.regarder("relais-refuse");
    n.page.locator("#raison").fill("Congé");
    n.page.locator("#retourLe").fill("2025-09-22");
    n.page.locator("button:has-text('Passer le relais')").press("Enter");
    assertThat(n.page.locator("main .alert-success").first()).containsText("2 personnes changent de référent");
    assertThat(n.page.locator("main")).containsText("Collègue du relais");
    n.regarder("relais");

    n.page.locator("button:has-text('Rendre')").press("Enter");
    assertThat(n.page.locator("main .alert-success").first()).containsText("2 personnes retrouvent leur référent");
    n.ouvrir("/relais");
    assertThat(n.page.locator("main tbody tr").first()).containsText("Rendu");
    n.regarder("relais-liste");
  }

  @Test
  void la_convention_finit_toutes_les_personnes_passent_a_une_autre_organisation_puis_reviennent(Navigation n) {
    String autre = base.sql("select o.nom from structures.organisation o join structures.referent r on r.organisation_id = o.id and r.actif where o.active "
        + "and o.nom <> ? and (o.territoires = '{}' or ? = any(o.territoires)) and (o.parcours = '{}' or 'SOCIAL' = any(o.parcours)) order by o.id limit 1")
        .params(organisation, centre).query(String.class).single();
    n.connecter(comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(centre), List.of())).ouvrir("/relais");
    n.page.locator("a:has-text(\"Changer d'organisation\")").press("Enter");
    n.regarder("transferts-vide");
    n.page.locator("a:has-text('Transférer un portefeuille')").press("Enter");
    n.page.selectOption("#de", new com.microsoft.playwright.options.SelectOption().setLabel(organisation));
    assertThat(n.page.locator("main")).containsText("Choisissez l'organisation qui les suivra");
    n.page.selectOption("#vers", new com.microsoft.playwright.options.SelectOption().setLabel(autre));
    assertThat(n.page.locator("main")).containsText("personnes passent de " + organisation + " à " + autre);
    n.page.locator("button:has-text('Transférer')").press("Enter");
    assertThat(n.page.locator("main .alert-danger")).containsText("Dites pourquoi l'organisation change");
    assertThat(n.page.locator("#raison")).isFocused();
    n.regarder("transfert-refuse");
    n.page.locator("#raison").fill("Fin de la convention");
    n.page.locator("button:has-text('Transférer')").press("Enter");
    assertThat(n.page.locator("main")).containsText("2 personnes sont à " + autre);
    assertThat(n.page.locator("main")).containsText("BENALI");
    n.regarder("transfert");

    n.page.locator("#raison").fill("La convention est prolongée");
    n.page.locator("button:has-text('Annuler ce transfert')").press("Enter");
    assertThat(n.page.locator("main")).containsText("2 sont rendues à " + organisation);
    n.regarder("transfert-annule");
    n.ouvrir("/transferts");
    assertThat(n.page.locator("main tbody tr").first()).containsText("Annulé");
    n.regarder("transferts");
  }
}
