package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.FormulaireLu;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.rendezvous.LieuDeRendezVous;
import fr.jalon.rendezvous.application.TenirLesLieux;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two secretaries change the same place at the same time; the second, at the keyboard, loses nothing and wipes out nothing. */
@Parcours
class DeuxSaisiesParcours {
  private static final String ADRESSE = "/informations-collectives/lieux";
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  TenirLesLieux lieux;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void au_clavier_la_secretaire_voit_ce_que_sa_collegue_a_change_choisit_et_enregistre(Navigation n) {
    int centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    int lieu = systeme.agir("essai", () -> lieux.executer(new LieuDeRendezVous(null, "Salle des deux saisies", "1 rue du Pont", "07000", "07186", "",
        centre, true, 12, "04 00 00 00 03", true)));
    n.connecter("SECRETARIAT", List.of(centre), List.of()).ouvrir(ADRESSE + "/" + lieu);
    n.page.locator("#capacite").focus();
    n.page.keyboard().press("Control+A");
    n.page.keyboard().type("20");
    n.page.locator("#adresse").focus();
    n.page.keyboard().press("End");
    n.page.keyboard().type(" bis");

    Agent claire = comptoir.agent("SECRETARIAT", List.of(centre), List.of());
    base.sql("update habilitations.agent set nom = 'Claire Martin' where id = ?").param(claire.id()).update();
    Navigateur collegue = new Navigateur(port);
    collegue.connecter(claire.identifiant(), Comptoir.MOT_DE_PASSE);
    collegue.poster(ADRESSE, FormulaireLu.de(collegue.ouvrir(ADRESSE + "/" + lieu).body(), ADRESSE, "").avec("capacite", "15")
        .avec("telephone", "04 00 00 00 09").champs());

    n.page.keyboard().press("Enter");
    Locator cadre = n.page.locator(".entre-temps");
    assertThat(cadre.getByRole(AriaRole.ALERT)).containsText("Claire Martin a changé ce lieu à ");
    assertThat(cadre).containsText("Personnes que la salle reçoit : « 15 » au lieu de « 12 » ; vous avez écrit « 20 ».");
    assertThat(cadre).containsText("Téléphone : « 04 00 00 00 09 » au lieu de « 04 00 00 00 03 ».");
    assertThat(n.page.locator("#capacite")).hasValue("20");
    assertThat(n.page.locator("#adresse")).hasValue("1 rue du Pont bis");
    assertThat(n.page.locator("#telephone")).hasValue("04 00 00 00 09");
    n.regarder("deux-saisies");

    Locator prendre = cadre.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Garder"));
    prendre.focus();
    n.page.keyboard().press("ArrowDown");
    assertThat(cadre.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Prendre"))).isChecked();
    n.page.keyboard().press("Tab");
    n.page.keyboard().press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("est enregistré");
    n.ouvrir(ADRESSE + "/" + lieu);
    assertThat(n.page.locator("#capacite")).hasValue("15");
    assertThat(n.page.locator("#adresse")).hasValue("1 rue du Pont bis");
    assertThat(n.page.locator("#telephone")).hasValue("04 00 00 00 09");
  }

  @Test
  void un_bouton_d_une_fiche_restee_ouverte_dit_qui_l_a_changee(Navigation n) {
    Agent agent = comptoir.agent("REFERENT");
    String fiche = "/habilitations/" + agent.id();
    n.connecter("ADMINISTRATION").ouvrir(fiche);
    Agent claire = comptoir.agent("ADMINISTRATION");
    base.sql("update habilitations.agent set nom = 'Claire Martin' where id = ?").param(claire.id()).update();
    Navigateur collegue = new Navigateur(port);
    collegue.connecter(claire.identifiant(), Comptoir.MOT_DE_PASSE);
    collegue.poster(fiche, FormulaireLu.de(collegue.ouvrir(fiche).body(), fiche, "").avec("role", "SECRETARIAT").avec("partout", "true").champs());
    n.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Retirer l'accès")).press("Enter");
    assertThat(n.page.locator("main .alert-danger")).containsText("Claire Martin a changé ce compte à ");
    assertThat(n.page.locator("main .alert-danger")).containsText("Rôle : « Secrétariat » au lieu de « Référent »");
    n.regarder("bouton-perime");
    n.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Retirer l'accès")).press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("L'accès est retiré");
  }
}
