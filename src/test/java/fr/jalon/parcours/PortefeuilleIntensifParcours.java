package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Delphine Jouve's portfolio becomes intensive: she makes two persons enter, is told who is late, makes one leave. By the keyboard, then by
 * telephone.
 */
@Parcours
class PortefeuilleIntensifParcours {
  private static final String ELLES = "personne_id in (select id from allocataires.personne where nom = 'BENALI')";
  @Autowired
  Comptoir comptoir;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private int centre;
  private int delphine;

  @BeforeEach
  void delphine_suit_deux_benali_et_son_portefeuille_est_intensif() {
    rendre_la_base_comme_elle_etait();
    centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    delphine = base.sql("select id from structures.referent where nom = 'Delphine Jouve'").query(Integer.class).single();
    base.sql("update structures.referent set intensif = true where id = ?").param(delphine).update();
    base.sql("update structures.referent_periode set intensif = true where referent_id = ?").param(delphine).update();
    base.sql("""
        insert into orientation.suivi (personne_id, parcours, organisation_id, referent_id, notifie_le, etat_depuis, saisi_par, saisi_le, territoire_id)
        select p.id, 'SOCIAL', r.organisation_id, r.id, date '2025-07-07', date '2025-07-07', 'essai', timestamptz '2025-07-07 09:00', p.territoire_id
        from allocataires.personne p, structures.referent r where p.nom = 'BENALI' and r.id = ? order by p.prenom limit 2""").param(delphine).update();
    base.sql("select orientation.recalculer_organisations(array(select id from allocataires.personne where nom = 'BENALI'))")
        .query((l, _) -> 0).list();
  }

  /** The stories share a database: nothing of this one is left to the next. */
  @AfterEach
  void rendre_la_base_comme_elle_etait() {
    for (String table : List.of("accompagnement.intensif_passage", "accompagnement.intensif", "accompagnement.contact", "orientation.suivi")) {
      base.sql("delete from " + table + " where " + ELLES).update();
    }
    base.sql("delete from structures.compte_de_referent where referent_id = (select id from structures.referent where nom = 'Delphine Jouve')").update();
    base.sql("update structures.referent set intensif = false where nom = 'Delphine Jouve'").update();
    base.sql("update structures.referent_periode set intensif = false where referent_id = (select id from structures.referent where nom = 'Delphine Jouve')")
        .update();
    base.sql("select orientation.recalculer_organisations(array(select id from allocataires.personne where nom = 'BENALI'))")
        .query((l, _) -> 0).list();
  }

  @Test
  void elle_fait_entrer_deux_personnes_lit_qui_est_en_retard_et_en_fait_sortir_une(Navigation n) {
    Agent compte = comptoir.agent("REFERENT", List.of(centre), List.of());
    base.sql("insert into structures.compte_de_referent (agent_id, referent_id, lie_par, lie_le) values (?, ?, 'essai', now())").params(compte.id(), delphine).update();
    n.connecter(compte).ouvrir("/mes-personnes");
    n.regarder("intensif-mes-personnes");
    n.page.locator("main tbody input[type=checkbox]").first().press("Space");
    n.page.locator("main tbody input[type=checkbox]").nth(1).press("Space");
    assertThat(n.page.locator(".barre-compte")).containsText("2");
    n.page.locator("button:has-text('Faire entrer dans le portefeuille intensif')").press("Enter");
    assertThat(n.page.locator("h1")).hasText("Entrée en portefeuille intensif");
    n.page.locator("button:has-text('Faire entrer')").press("Enter");
    assertThat(n.page.locator("#raison")).isFocused();
    n.regarder("intensif-entree-refusee");
    n.page.locator("#raison").fill("Proches de l'emploi, d'accord pour un contact par semaine");
    n.page.locator("button:has-text('Faire entrer')").press("Enter");
    assertThat(n.page.locator("main .alert-success").first()).containsText("2 personnes sont entrées");
    n.regarder("intensif-membres");

    base.sql("update accompagnement.intensif set entre_le = entre_le - 10 where " + ELLES).update();
    base.sql("""
        insert into accompagnement.contact (personne_id, le, genre, presence, cle, saisi_par, saisi_le)
        select personne_id, entre_le + 8, 'TELEPHONE', 'PRESENTE', gen_random_uuid(), 'essai', now() from accompagnement.intensif where %s order by personne_id limit 1"""
        .formatted(ELLES)).update();
    n.ouvrir("/portefeuilles-intensifs");
    assertThat(n.page.locator("main tbody tr").first()).containsText("Delphine Jouve");
    n.regarder("intensif-liste");
    n.page.locator("main tbody tr td a:has-text('1 personne')").press("Enter");
    assertThat(n.page.locator("main tbody tr")).hasCount(1);
    n.regarder("intensif-retard");
    n.page.locator("main tbody input[type=checkbox]").press("Space");
    n.page.locator("#motif").selectOption("EMPLOI");
    n.page.locator("#precision").fill("CDD de six mois");
    n.page.locator("button:has-text('Faire sortir')").press("Enter");
    assertThat(n.page.locator("main .alert-success").first()).containsText("1 personne est sortie");
    n.ouvrir("/portefeuilles-intensifs/membres?onglet=sorties");
    assertThat(n.page.locator("main tbody tr").first()).containsText("A trouvé un emploi : CDD de six mois");
    n.page.locator("main tbody a").first().press("Enter");
    n.page.locator("nav a:has-text('Parcours')").first().press("Enter");
    assertThat(n.page.locator("main")).containsText("Portefeuille de Delphine Jouve");
    n.regarder("intensif-dossier");
    n.ouvrir("/portefeuilles-intensifs/resultats?cohorte=2025");
    n.regarder("intensif-resultats");
    n.largeur(390).ouvrir("/portefeuilles-intensifs/membres");
    n.regarder("intensif-membres-telephone");
    n.ouvrir("/portefeuilles-intensifs");
    n.regarder("intensif-liste-telephone");
    n.ouvrir("/mes-personnes");
    n.regarder("intensif-mes-personnes-telephone");
  }
}
