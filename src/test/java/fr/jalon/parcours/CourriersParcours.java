package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.Page;
import fr.jalon.courriers.domaine.NumeroDeLettre;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A letter, from the orientation that writes it to the one that comes back and leaves again, on the keyboard. */
@Parcours
class CourriersParcours {
  /** What comes after a pause of the typing, or from behind the screen, on a busy machine. */
  private static final LocatorAssertions.ContainsTextOptions PATIENCE = new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private int centre;
  private long amina;

  /** Amina Benali (Privas) is there already; her follow-ups of other stories are over. */
  @BeforeEach
  void amina_n_a_pas_de_suivi() {
    centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    amina = base.sql("select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA'").query(Long.class).single();
    base.sql("update orientation.suivi set etat = 'CLOS', etat_depuis = notifie_le, fin_le = notifie_le, motif_fin = 'essai' where personne_id = ? and etat <> 'CLOS'").param(amina).update();
    base.sql("update orientation.entree set etat = 'SORTIE' where personne_id = ? and etat in ('EN_ATTENTE', 'SUSPENDUE')").param(amina).update();
    base.sql("update courriers.message set etat = 'ABANDONNE' where etat in ('A_ENVOYER', 'SANS_ADRESSE')").update();
  }

  @Test
  void la_secretaire_imprime_poste_note_un_retour_et_renvoie_au_clavier(Navigation n) {
    n.connecter("SECRETARIAT", List.of(centre), List.of()).ouvrir("/courriers").regarder("courriers-vide");
    n.ouvrir("/orientations/nouvelle?personne=" + amina + "&retour=/dossier/" + amina + "/echanges");
    n.page.getByLabel("Social", new Page.GetByLabelOptions().setExact(true)).check();
    n.page.selectOption("#destination", new com.microsoft.playwright.options.SelectOption().setIndex(1));
    if (n.page.locator("[name=motifEcart]").isVisible()) {
      n.page.fill("[name=motifEcart]", "Essai");
    }
    entree(n, n.page.locator("button:has-text(\"Enregistrer l'orientation\")"));
    assertThat(n.page.locator("main")).containsText("Lettre du 08/09/2025");
    n.regarder("dossier-avec-courrier");

    n.ouvrir("/courriers").regarder("courriers");
    assertThat(n.page.locator("table")).containsText("BENALI Amina");
    entree(n, n.page.locator("button:has-text('Préparer le lot')"));
    assertThat(n.page.locator("h2#titre-avancement")).containsText("Prêt à imprimer", PATIENCE);
    n.regarder("lot-pret");
    assertThat(n.page.locator("table[data-liste]")).containsText("BENALI Amina");
    org.assertj.core.api.Assertions.assertThat(n.statut(n.page.url().replaceFirst(".*(/courriers/lots/\\d+).*", "$1/pdf"))).isEqualTo(200);
    poster(n);
    entree(n, n.page.locator("summary:has-text(\"n'a pas été posté\")"));
    n.page.fill("#raison", "Le sac est resté au bureau");
    n.regarder("lot-repris");
    entree(n, n.page.locator("button:has-text('Retirer')"));
    assertThat(n.page.locator("main .alert-success")).containsText("1 lettre attend");
    poster(n);
    n.regarder("lot-poste").ouvrir("/courriers/lots").regarder("lots");

    n.ouvrir("/courriers/retours");
    assertThat(n.page.locator("#numero")).isFocused();
    n.page.keyboard().type("12");
    n.page.keyboard().press("Enter");
    assertThat(n.page.getByRole(AriaRole.ALERT)).containsText("n'est pas celui d'une lettre");
    long lettre = base.sql("select max(id) from courriers.message where personne_id = ? and canal = 'LETTRE' and etat = 'ENVOYE'").param(amina)
        .query(Long.class).single();
    n.page.fill("#numero", NumeroDeLettre.de(lettre));
    n.page.keyboard().press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("BENALI Amina");
    assertThat(n.page.locator("#numero")).isFocused();
    n.regarder("courriers-revenus");

    entree(n, n.page.locator("table a[data-ligne]").first());
    n.page.fill("#adresse", "3 place Neuve");
    n.page.fill("#raison", "Déménagement");
    n.regarder("lettre-revenue");
    entree(n, n.page.locator("form[action$='/renvoyer'] button"));
    assertThat(n.page.locator("main .alert-success")).containsText("attend d'être imprimé");
    assertThat(n.page.locator("main")).containsText("3 place Neuve");
    n.ouvrir("/courriers/retours");
    assertThat(n.page.locator("main")).containsText("Aucune lettre revenue à traiter");
  }

  @Test
  void la_direction_change_le_texte_d_un_courrier_en_le_voyant_et_revient_au_texte_d_origine(Navigation n) {
    n.connecter("DIRECTION").ouvrir("/modeles-de-courrier").regarder("modeles-de-courrier");
    entree(n, n.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Notification d'une orientation")));
    n.page.fill("#q", "benali");
    assertThat(n.page.locator("#apercu")).containsText("BENALI Amina", PATIENCE);
    n.page.fill("#sms", "Bonjour ${prenon}");
    assertThat(n.page.locator("#apercu")).containsText("${prenon} n'existe pas", PATIENCE);
    entree(n, n.page.locator("button:has-text('Enregistrer')"));
    assertThat(n.page.locator("#erreur-sms")).containsText("Celles qui existent");
    n.regarder("modele-refuse");
    n.page.fill("#sms", "Bonjour ${prenom}, une lettre arrive.");
    assertThat(n.page.locator("#apercu")).containsText("1 SMS", PATIENCE);
    entree(n, n.page.locator("button:has-text('Enregistrer')"));
    assertThat(n.page.locator("main .alert-success")).containsText("Le nouveau texte sert dès maintenant");
    assertThat(n.page.locator("#sms")).hasValue("Bonjour ${prenom}, une lettre arrive.");
    n.regarder("modele");
    entree(n, n.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("reprendre le texte d'origine")));
    entree(n, n.page.locator("button:has-text('Enregistrer')"));
    assertThat(n.page.locator("main")).containsText("(texte d'origine)");
    n.ouvrir("/modeles-de-courrier/entete").regarder("entete-des-courriers").ouvrir("/modeles-de-courrier/envoi").regarder("envoi-des-messages");
  }

  /** Said, asked, confirmed. */
  private static void poster(Navigation n) {
    entree(n, n.page.locator("button:has-text('Marquer comme posté')"));
    assertThat(n.page.locator("h1")).containsText("posté le");
    n.regarder("lot-poste-confirmer");
    entree(n, n.page.locator("button:has-text('Oui, elles sont à la poste')"));
    assertThat(n.page.locator("main .alert-success")).containsText("1 lettre est marquée");
  }

  private static void entree(Navigation n, Locator quoi) {
    quoi.focus();
    n.page.keyboard().press("Enter");
  }
}
