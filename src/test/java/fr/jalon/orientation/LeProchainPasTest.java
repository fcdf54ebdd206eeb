package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.structures.Structures;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the page of a person asks of who opens it, part by part, and what the menu says is late. Today is 20 October 2025. */
@EssaiArdeche
class LeProchainPasTest {
  private static final List<String> PARTIES = List.of("", "/parcours", "/echanges", "/droits");
  @LocalServerPort
  int port;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Structures structures;

  @Test
  void chaque_partie_du_dossier_dit_le_meme_prochain_pas_et_le_bouton_qui_le_fait() {
    Personne p = entrante("PRESSEE", LocalDate.of(2025, 10, 3));
    Navigateur nav = connecter("REFERENT");
    for (String partie : PARTIES) {
      assertThat(prochain(nav.ouvrir(dossier(p) + partie).body())).as(partie)
          .contains("À orienter au plus tard le 14 novembre 2025", "D. 262-65-2 CASF", "objectif le 11/11/2025", "Enregistrer l'orientation")
          .doesNotContain("En retard");
    }
  }

  @Test
  void la_personne_orientee_n_attend_plus_et_le_dossier_dit_son_parcours_sur_chaque_partie() {
    Personne p = entrante("ORIENTEEICI", LocalDate.of(2025, 10, 3));
    Navigateur nav = connecter("REFERENT");
    var referent = structures.referents().stream()
        .filter(r -> !r.reserve() && structures.organisation(r.organisationId()).orElseThrow().prend("SOCIAL")).findFirst().orElseThrow();
    nav.ouvrir(dossier(p));
    nav.poster("/orientations", Map.of("personne", "" + p.id(), "parcours", "SOCIAL", "destination", referent.organisationId() + "-" + referent.id(),
        "notifieLe", "2025-10-17", "retour", dossier(p)));
    // her contract is signed: it asks for nothing
    base.sql("update echeances.echeance set etat = 'TENUE' where nature = 'CONTRAT_ENGAGEMENT' and personne_id = ?").param(p.id()).update();
    for (String partie : PARTIES) {
      assertThat(nav.ouvrir(dossier(p) + partie).body()).as(partie).doesNotContain("À orienter au plus tard le")
          .contains("Parcours social, " + referent.nom())
          .contains("Première rencontre au plus tard le").doesNotContain("Référent à nommer").doesNotContain("Référent à désigner")
          .doesNotContain("à réexaminer au plus tard");
    }
  }

  @Test
  void qui_ne_decide_pas_lit_le_pas_et_n_a_pas_le_bouton() {
    Personne p = entrante("LUESEULEMENT", LocalDate.of(2025, 10, 3));
    assertThat(prochain(connecter("CONTROLE").ouvrir(dossier(p)).body()))
        .contains("À orienter au plus tard le 14 novembre 2025").doesNotContain("<a ");
  }

  @Test
  void le_retard_est_dit_sur_la_partie_qui_le_traite_et_dans_le_menu_comme_sur_sa_page() {
    Personne p = entrante("TARDIVE", LocalDate.of(2025, 8, 1));
    Navigateur nav = connecter("SECRETARIAT");
    String page = nav.ouvrir(dossier(p)).body();
    assertThat(prochain(page)).contains("En retard : À orienter au plus tard le 12 septembre 2025");
    assertThat(page).containsPattern("Parcours <span class=\"marque marque-retard\">1<span class=\"visually-hidden\"> à faire, en retard");
    long avant = menu(nav.ouvrir("/nouveaux-entrants").body());
    assertThat(avant).isPositive().isEqualTo(onglet(nav.ouvrir("/nouveaux-entrants").body()));
    int organisation = structures.organisations().stream().filter(o -> o.territoires().contains(3)).findFirst().orElseThrow().id();
    nav.suivre(nav.poster("/orientations", Map.of("personne", "" + p.id(), "parcours", "SOCIAL", "destination", "" + organisation, "notifieLe",
        "2025-10-17", "retour", "/nouveaux-entrants")));
    String apres = nav.ouvrir("/nouveaux-entrants").body();
    assertThat(menu(apres)).isEqualTo(avant - 1).isEqualTo(onglet(apres));
  }

  @Test
  void lu_a_une_date_passee_rien_n_attend_et_chaque_partie_garde_la_date() {
    Personne p = entrante("PASSEE", LocalDate.of(2025, 10, 3));
    String page = connecter("REFERENT").ouvrir(dossier(p) + "?au=2025-10-10&connu=2025-10-12").body();
    assertThat(page).doesNotContain("prochain-pas")
        .contains(dossier(p) + "/droits?au=2025-10-10&amp;connu=2025-10-12", dossier(p) + "/entier?au=2025-10-10&amp;connu=2025-10-12");
  }

  @Test
  void tel_qu_on_le_savait_avant_elle_rien_de_son_suivi_n_est_su_et_rien_ne_se_fait() {
    Personne p = entrante("SUEPLUSTARD", LocalDate.of(2025, 10, 3));
    Navigateur nav = connecter("REFERENT");
    assertThat(nav.ouvrir(dossier(p) + "/parcours").body()).contains("/orientations/nouvelle?personne=" + p.id());
    for (String partie : PARTIES) {
      assertThat(nav.ouvrir(dossier(p) + partie + "?connu=2025-09-01").body()).as(partie)
          .doesNotContain("/orientations/nouvelle", "/agenda/personnes/", "/coordonnees\"", "prochain-pas");
    }
  }

  @Test
  void chaque_partie_n_a_que_ses_panneaux_et_le_dossier_entier_les_a_tous() {
    Personne p = entrante("PARTIES", LocalDate.of(2025, 10, 3));
    Navigateur nav = connecter("RESPONSABLE_TERRITOIRE");
    Map<String, String> panneaux = Map.of("", "Photo du foyer", "/parcours", "Orientation et suivi", "/echanges", "Courriers",
        "/droits", "Droit au RSA");
    for (String partie : PARTIES) {
      String page = nav.ouvrir(dossier(p) + partie).body();
      panneaux.forEach((ou, titre) -> assertThat(page.contains("</i> " + titre + "</h2>")).as(titre + " sur " + partie).isEqualTo(ou.equals(partie)));
    }
    String entier = nav.ouvrir(dossier(p) + "/entier").body();
    panneaux.values().forEach(titre -> assertThat(entier).contains("</i> " + titre + "</h2>"));
  }

  @Test
  void les_procedures_n_existent_pas_pour_qui_n_en_peut_lire_aucune() {
    Personne p = entrante("PROCEDURES", LocalDate.of(2025, 10, 3));
    Navigateur referent = connecter("REFERENT");
    assertThat(referent.ouvrir(dossier(p)).body()).doesNotContain(dossier(p) + "/procedures");
    assertThat(referent.lire(dossier(p) + "/procedures").statusCode()).isEqualTo(404);
    assertThat(connecter("DIRECTION").ouvrir(dossier(p) + "/procedures").statusCode()).isIn(200, 404);
  }

  private static String dossier(Personne p) {
    return "/dossier/" + p.id();
  }

  private static String prochain(String page) {
    Matcher m = Pattern.compile("<section class=\"prochain-pas\".*?</section>", Pattern.DOTALL).matcher(page);
    assertThat(m.find()).as("un prochain pas").isTrue();
    return m.group();
  }

  private static long menu(String page) {
    Matcher m = Pattern.compile("Nouveaux entrants <span class=\"marque marque-retard\"[^>]*>(\\d+)<").matcher(page);
    return m.find() ? Long.parseLong(m.group(1)) : 0;
  }

  private static long onglet(String page) {
    Matcher m = Pattern.compile("En retard[^0-9]*?(\\d+)").matcher(page.substring(page.indexOf("<main")));
    assertThat(m.find()).isTrue();
    return Long.parseLong(m.group(1));
  }

  private Personne entrante(String nom, LocalDate recuLe) {
    return dossiers.fichier(recuLe.minusDays(3), recuLe, dossiers.inconnue(nom, 3, recuLe.minusDays(20)), "2", true).personne();
  }

  private Navigateur connecter(String role) {
    Agent agent = comptoir.agent(role, List.of(3), List.of());
    Navigateur nav = new Navigateur(port);
    nav.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    return nav;
  }
}
