package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Page;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an agent was writing when her session ended is not lost, and only she finds it again. */
@Parcours
class SessionFinieParcours {
  private static final String NOUVEAU = "/informations-collectives/lieux/nouveau";
  @Autowired
  Comptoir comptoir;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void lea_retrouve_le_lieu_qu_elle_ecrivait_quand_sa_session_s_est_terminee_et_l_enregistre(Navigation n) {
    Agent lea = agent();
    n.connecter(lea);
    ecrire(n, "Salle de la session finie");
    finirLaSession(n);
    n.page.click("text=Enregistrer");
    assertThat(n.page).hasURL(java.util.regex.Pattern.compile(".*/connexion\\?refus=expiree.*"));
    assertThat(n.page.locator("main [role=status]")).containsText("vous le retrouverez une fois reconnecté");
    n.regarder("session-finie");
    entrer(n, lea);
    n.page.click("text=Reprendre « Ajouter un lieu »");
    assertThat(n.page.locator("main [role=status]")).containsText("Ce que vous aviez écrit est remis ci-dessous");
    assertThat(n.page.locator("#nom")).hasValue("Salle de la session finie");
    assertThat(n.page.locator("#capacite")).hasValue("12");
    assertThat(n.page.locator("#accessible")).isChecked();
    n.regarder("session-reprise");
    n.page.click("text=Enregistrer");
    assertThat(n.page.locator("main .alert-success")).containsText("Salle de la session finie est enregistré.");
    n.ouvrir(NOUVEAU);
    assertThat(n.page.locator("#nom")).hasValue("");
  }

  @Test
  void paul_qui_se_connecte_dans_le_meme_onglet_ne_voit_rien_de_ce_que_lea_ecrivait(Navigation n) {
    n.connecter(agent());
    ecrire(n, "Salle que Paul ne lit pas");
    finirLaSession(n);
    n.page.click("text=Enregistrer");
    entrer(n, agent());
    n.ouvrir(NOUVEAU);
    assertThat(n.page.locator("#nom")).hasValue("");
    assertThat(n.page.locator("text=Ce que vous aviez écrit")).hasCount(0);
    org.assertj.core.api.Assertions.assertThat(n.page.evaluate("sessionStorage.getItem('jalon.saisie')")).isNull();
  }

  @Test
  void reconnectee_dans_un_autre_onglet_lea_reprend_dans_le_premier_ce_qu_elle_ecrivait(Navigation n) {
    Agent lea = agent();
    n.connecter(lea);
    ecrire(n, "Salle des deux onglets");
    finirLaSession(n);
    Page autre = n.page.context().newPage();
    autre.navigate(n.page.url().replaceFirst("(https?://[^/]+).*", "$1/connexion"));
    autre.fill("#identifiant", lea.identifiant());
    autre.fill("#mot_de_passe", Comptoir.MOT_DE_PASSE);
    autre.click("button[type=submit]:has-text('Se connecter')");
    assertThat(autre.locator("nav.menu")).isVisible();
    autre.close();
    n.page.click("text=Enregistrer");
    assertThat(n.page.locator("h1")).hasText("Accès refusé");
    assertThat(n.page.locator("main [role=status]")).containsText("il n'est pas perdu");
    n.regarder("session-neuve");
    n.page.click("text=Reprendre « Ajouter un lieu »");
    assertThat(n.page.locator("#nom")).hasValue("Salle des deux onglets");
    n.page.click("text=Enregistrer");
    assertThat(n.page.locator("main .alert-success")).containsText("Salle des deux onglets est enregistré.");
  }

  @Test
  void un_lieu_d_un_autre_territoire_est_refuse_avec_une_phrase(Navigation n) {
    n.connecter(agent());
    ecrire(n, "Salle d'un autre territoire");
    n.page.selectOption("#territoire", String.valueOf(territoire(2)));
    n.page.click("text=Enregistrer");
    assertThat(n.page.locator("main")).containsText("un autre territoire");
  }

  @Test
  void une_page_en_erreur_apres_un_envoi_accepte_ne_fait_croire_a_lea_ni_a_une_session_finie_ni_a_une_perte(Navigation n) {
    n.connecter(agent());
    ecrire(n, "Salle bien enregistrée");
    n.page.evaluate("document.querySelector('main form[method=post]').dispatchEvent(new Event('submit', {bubbles: true}))");
    n.ouvrir("/page-qui-n-existe-pas");
    assertThat(n.page.locator("h1")).hasText("Page introuvable");
    n.ouvrir(NOUVEAU);
    assertThat(n.page.locator("main")).not().containsText("Ce que vous aviez écrit");
    assertThat(n.page.locator("#nom")).hasValue("");
  }

  private Agent agent() {
    return comptoir.agent("SECRETARIAT", java.util.List.of(territoire(1)), java.util.List.of());
  }

  /** Rank in the list of the form. */
  private int territoire(int rang) {
    return base.sql("select id from structures.territoire order by ordre, nom limit 1 offset ?").param(rang - 1).query(Integer.class).single();
  }

  private static void ecrire(Navigation n, String nom) {
    n.ouvrir(NOUVEAU);
    n.page.fill("#nom", nom);
    n.page.fill("#adresse", "3 place de la Mairie");
    n.page.fill("#codePostal", "07000");
    n.page.selectOption("#commune", "07186");
    n.page.selectOption("#territoire", new com.microsoft.playwright.options.SelectOption().setIndex(1));
    n.page.fill("#capacite", "12");
    n.page.fill("#telephone", "04 75 00 00 00");
    n.page.check("#accessible");
  }

  private static void finirLaSession(Navigation n) {
    n.page.context().clearCookies(new ClearCookiesOptions().setName("jalon-session"));
  }

  private static void entrer(Navigation n, Agent agent) {
    n.page.fill("#identifiant", agent.identifiant());
    n.page.fill("#mot_de_passe", Comptoir.MOT_DE_PASSE);
    n.page.click("button[type=submit]:has-text('Se connecter')");
    assertThat(n.page.locator("nav.menu")).isVisible();
  }
}
