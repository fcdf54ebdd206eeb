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

/** Amina Benali is followed by an association; Delphine, of the Département, writes to its adviser, who answers from her telephone. */
@Parcours
class CarnetParcours {
  private static final String ELLE = "personne_id in (select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA')";
  @Autowired
  Comptoir comptoir;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private long amina;
  private int centre;
  private int association;

  @BeforeEach
  void amina_est_suivie_par_une_association() {
    rendre_la_base_comme_elle_etait();
    amina = base.sql("select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA'").query(Long.class).single();
    centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    association = base.sql("select min(id) from structures.organisation where nature = 'EXTERNE'").query(Integer.class).single();
    base.sql("""
        insert into orientation.suivi (personne_id, parcours, organisation_id, notifie_le, etat_depuis, saisi_par, saisi_le, territoire_id)
        select id, 'SOCIOPROFESSIONNEL', ?, date '2025-08-04', date '2025-08-04', 'essai', timestamptz '2025-08-04 09:00', territoire_id
        from allocataires.personne where id = ?""").params(association, amina).update();
    base.sql("select orientation.recalculer_organisations(array[?::bigint])").param(amina).query((l, _) -> 0).list();
  }

  /** The stories share a database: nothing of this one is left to the next. */
  @AfterEach
  void rendre_la_base_comme_elle_etait() {
    for (String table : List.of("carnet.document", "carnet.demande", "carnet.version", "carnet.opposition", "carnet.entree", "orientation.passage",
        "orientation.suivi")) {
      base.sql("delete from " + table + " where " + ELLE).update();
    }
    base.sql("select orientation.recalculer_organisations(array(select id from allocataires.personne where nom = 'BENALI'))")
        .query((l, _) -> 0).list();
  }

  @Test
  void delphine_ecrit_au_clavier_la_conseillere_repond_de_son_telephone_et_amina_s_oppose(Navigation n) {
    Agent delphine = comptoir.agent("REFERENT", List.of(centre), List.of());
    Agent conseillere = comptoir.agent("PARTENAIRE", List.of(), List.of(association));
    n.connecter(delphine).ouvrir("/dossier/" + amina + "/echanges");
    n.page.locator("a:has-text('Lire le carnet')").press("Enter");
    assertThat(n.page.locator("main")).containsText("Rien à lire ici");
    n.regarder("carnet-vide");
    n.page.locator("a:has-text('Écrire dans le carnet')").press("Enter");
    n.page.locator("#theme").focus();
    n.page.selectOption("#theme", "EMPLOI");
    assertThat(n.page.locator("#lecteurs")).containsText("Sera lu par : les référents du Département");
    n.page.fill("#texte", "Une place est-elle libre le matin ?");
    n.page.selectOption("#pour", conseillere.identifiant());
    n.regarder("carnet-ecrire");
    n.page.locator("button:has-text('Enregistrer')").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("C'est écrit dans le carnet, et demandé.");
    n.page.locator("a:has-text('Corriger')").press("Enter");
    n.page.fill("#texte", "Une place est-elle libre le matin, dès lundi ?");
    n.regarder("carnet-corriger");
    n.page.locator("button:has-text('Enregistrer la correction')").press("Enter");
    assertThat(n.page.locator("main")).containsText("Corrigé le");
    n.page.locator("a:has-text('Voir tout le carnet')").press("Enter");
    n.regarder("carnet");
    n.page.locator("button:has-text('Se déconnecter')").first().press("Enter");

    n.largeur(390).seConnecter(conseillere);
    n.ouvrir("/carnet");
    assertThat(n.page.locator("[data-liste] tbody tr")).hasCount(1);
    n.regarder("carnet-demandes");
    n.ouvrir("/carnet?onglet=nouveaux").regarder("carnet-nouveaux");
    n.ouvrir("/carnet?onglet=faits").regarder("carnet-faits-vide");
    n.ouvrir("/carnet");
    n.largeur(390);
    n.page.locator("[data-liste] a:has-text('Lire')").press("Enter");
    n.page.locator("summary:has-text('Répondre')").press("Enter");
    n.page.locator("details[open] button").press("Enter");
    assertThat(n.page.locator("main [role=alert]")).containsText("Écrivez quelque chose");
    n.page.locator("details[open] textarea").fill("Oui, lundi à 9 h.");
    n.page.locator("details[open] button").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("Votre réponse est écrite");
    n.regarder("carnet-repondu");
    n.ouvrir("/carnet");
    assertThat(n.page.locator("main")).containsText("Rien ne vous est demandé");
    n.ouvrir("/carnet/" + amina + "/qui").regarder("carnet-qui");
    assertThat(n.page.locator("main")).containsText("Vous pouvez refuser que votre carnet soit montré");
    n.page.locator("button:has-text('Menu')").press("Enter");
    n.page.locator("button:has-text('Se déconnecter')").first().press("Enter");

    n.largeur(1280).seConnecter(delphine);
    n.ouvrir("/carnet/" + amina + "/partage");
    n.page.selectOption("#cle", "PARTENAIRE");
    n.page.locator("button:has-text('Noter cette opposition')").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("Rien de son carnet ne leur est plus montré");
    n.regarder("carnet-partage");
    n.page.locator("button:has-text('Se déconnecter')").first().press("Enter");
    n.seConnecter(comptoir.agent("ADMINISTRATION"));
    n.ouvrir("/lecteurs-des-carnets");
    n.page.locator("section:has(#EMPLOI) summary:has-text('Changer')").press("Enter");
    n.page.locator("section:has(#EMPLOI) button:has-text('Enregistrer')").press("Enter");
    assertThat(n.page.locator("main")).containsText("Dites pourquoi");
    n.regarder("carnet-lecteurs");
  }
}
