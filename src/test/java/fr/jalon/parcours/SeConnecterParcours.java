package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.connexion.LimiteDesEssais;
import fr.jalon.parametres.Horloge;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Coming in while somebody tries one's password, and the session that closes with a change. */
@Parcours
class SeConnecterParcours {
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  LimiteDesEssais limite;
  @Autowired
  Horloge horloge;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void camille_apprend_qu_on_a_essaye_son_mot_de_passe_ferme_ses_autres_sessions_et_lit_pourquoi_la_sienne_se_ferme(Navigation n) {
    Agent camille = comptoir.agent("ADMINISTRATION");
    rater(camille, "127.0.0.2", 6);
    rater(camille, "127.0.0.3", 6);
    n.seConnecter(camille);
    assertThat(n.page.locator("form.alert-warning")).containsText("12 essais de connexion ratés sur votre compte depuis le");
    n.regarder("alerte-essais");
    n.page.click("text=J'ai compris, voir mon compte");
    assertThat(n.page.locator("form.alert-warning")).hasCount(0);
    assertThat(n.page.locator("#titre-sessions")).isVisible();
    n.regarder("mon-compte");
    n.page.click("text=Fermer mes autres sessions");
    assertThat(n.page.locator("main .alert-success")).containsText("Vos autres sessions sont fermées. Celle-ci reste ouverte.");

    Agent autre = comptoir.agent("DIRECTION");
    rater(autre, "127.0.0.4", 11);
    n.ouvrir("/habilitations?nom=" + autre.identifiant());
    assertThat(n.page.locator("table")).containsText("10 essais ratés depuis le");
    n.regarder("comptes-essais").ouvrir("/habilitations/" + autre.id()).regarder("compte-essais");

    base.sql("update habilitations.agent set role = 'DIRECTION' where id = ?").param(camille.id()).update();
    n.ouvrir("/habilitations");
    assertThat(n.page.locator("main .alert-info")).containsText("Votre session a été fermée parce que votre rôle a changé");
    n.regarder("session-fermee");
  }

  @Test
  void paul_attend_quelques_secondes_la_ou_l_on_s_est_trompe_et_donne_deux_codes_de_suite(Navigation n) {
    Agent paul = comptoir.agent("DIRECTION");
    // the browser may call by either name of this machine; the last failure makes wait a minute
    for (int i = 0; i < 15; i++) {
      if (i >= 10) {
        horloge.regler(LocalDateTime.now(horloge).plusSeconds(61));
      }
      for (String ici : List.of("127.0.0.1", "0:0:0:0:0:0:0:1")) {
        try (LimiteDesEssais.Essai essai = limite.essayer(paul.identifiant(), new LimiteDesEssais.Lieu(ici, null))) {
          essai.rate();
        }
      }
    }
    n.seConnecter(paul);
    assertThat(n.page.locator("h1")).containsText("Trop d'essais");
    assertThat(n.page.locator("main")).containsText("Votre compte n'est pas bloqué");
    n.regarder("trop-d-essais");

    Agent lea = comptoir.agent("DIRECTION");
    base.sql("update habilitations.agent set secret_totp = 'x', totp_actif = true, codes_essayes = 10 where id = ?").param(lea.id()).update();
    n.seConnecter(lea);
    assertThat(n.page.getByLabel("Le code suivant")).isVisible();
    n.regarder("deux-codes");
  }

  private void rater(Agent agent, String depuis, int fois) {
    Navigateur n = new Navigateur(port, depuis);
    n.ouvrir("/connexion");
    for (int i = 0; i < fois; i++) {
      n.poster("/connexion", Map.of("identifiant", agent.identifiant(), "mot_de_passe", "ce n'est pas le bon"));
    }
  }
}
