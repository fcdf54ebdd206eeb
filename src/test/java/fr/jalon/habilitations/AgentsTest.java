package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page "Habilitations": what the administration does on the accounts of others, and what it cannot do on its own. */
@EssaiWeb
class AgentsTest {
  private static final Pattern PROVISOIRE = Pattern.compile("<strong>([a-z2-9]{4}(-[a-z2-9]{4}){3})</strong>");
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Voisinage voisinage;
  private Agent admin;
  private Navigateur n;

  @BeforeEach
  void une_administratrice_connectee() {
    voisinage.installer();
    admin = comptoir.agent("ADMINISTRATION");
    n = new Navigateur(port);
    n.connecter(admin.identifiant(), Comptoir.MOT_DE_PASSE);
    n.ouvrir("/habilitations/nouveau");
  }

  @Test
  void cree_un_agent_lui_donne_un_mot_de_passe_montre_une_seule_fois_et_le_trace() {
    HttpResponse<String> fiche = creer("lea.martin", "REFERENT", Map.of("territoires", String.valueOf(voisinage.centre())));
    String motDePasse = provisoire(fiche);
    assertThat(n.ouvrir(fiche.uri().getPath()).body()).contains("Léa Martin").doesNotContain(motDePasse);
    assertThat(new Navigateur(port).connecter("lea.martin", motDePasse).body()).contains("Choisissez votre mot de passe");
    assertThat(comptoir.actes(admin.identifiant())).contains("AGENT_CREE");
    assertThat(comptoir.derniereTrace("AGENT_CREE").toString()).contains("lea.martin", "Référent").doesNotContain(motDePasse);
    assertThat(n.ouvrir("/habilitations?nom=l%C3%A9a").body()).contains("lea.martin", "Centre");
  }

  @Test
  void refuse_un_perimetre_vide_un_identifiant_pris_et_une_adresse_mal_ecrite_sans_rien_creer() {
    assertThat(creer("sans.perimetre", "REFERENT", Map.of()).body()).contains("Choisissez au moins un territoire ou une organisation");
    assertThat(creer("partenaire.seule", "PARTENAIRE", Map.of("territoires", String.valueOf(voisinage.centre()))).body())
        .contains("Choisissez au moins une organisation");
    assertThat(creer("ailleurs.inconnu", "REFERENT", Map.of("territoires", "987654")).body()).contains("choisissez dans la liste");
    assertThat(creer(admin.identifiant(), "DIRECTION", Map.of()).body()).contains("Un compte a déjà l'identifiant");
    assertThat(creer("Élodie", "DIRECTION", Map.of()).body()).contains("3 à 60 lettres minuscules");
    assertThat(creer("mauvais.courriel", "DIRECTION", Map.of("courriel", "pas une adresse")).body()).contains("n'a pas la bonne forme");
    assertThat(n.ouvrir("/habilitations?nom=sans.perimetre").body()).contains("Aucun compte ne correspond");
  }

  @Test
  void change_le_role_et_le_perimetre() {
    Agent agent = comptoir.agent("REFERENT");
    Map<String, String> champs = new HashMap<>(Map.of("nom", "Camille Autre", "role", "SECRETARIAT", "territoires",
        String.valueOf(voisinage.nord())));
    n.ouvrir("/habilitations/" + agent.id());
    assertThat(n.suivre(n.poster("/habilitations/" + agent.id(), champs)).body()).contains("Le compte est modifié");
    assertThat(comptoir.relire(agent)).satisfies(a -> {
      assertThat(a.role()).isEqualTo("SECRETARIAT");
      assertThat(a.territoires()).containsExactly(voisinage.nord());
      assertThat(a.organisations()).isEmpty();
    });
    assertThat(comptoir.actes(admin.identifiant())).contains("AGENT_MODIFIE");
  }

  @Test
  void ne_se_retire_pas_son_propre_acces_ni_ne_change_son_propre_role() {
    n.ouvrir("/habilitations/" + admin.id());
    assertThat(n.suivre(n.poster("/habilitations/" + admin.id() + "/desactiver", Map.of())).body()).contains("On ne retire pas son propre accès");
    assertThat(n.poster("/habilitations/" + admin.id(), Map.of("nom", "Moi", "role", "ALLOCATION")).body())
        .contains("On ne change pas son propre rôle");
    assertThat(comptoir.relire(admin).role()).isEqualTo("ADMINISTRATION");
  }

  @Test
  void retire_et_rend_un_acces() {
    Agent agent = comptoir.agent("DIRECTION");
    n.ouvrir("/habilitations/" + agent.id());
    assertThat(n.suivre(n.poster("/habilitations/" + agent.id() + "/desactiver", Map.of())).body()).contains("L'accès est retiré");
    assertThat(comptoir.relire(agent).actif()).isFalse();
    assertThat(n.suivre(n.poster("/habilitations/" + agent.id() + "/reactiver", Map.of())).body()).contains("L'accès est rendu");
    assertThat(new Navigateur(port).connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE).body()).contains("Camille DIRECTION");
  }

  @Test
  void donne_un_nouveau_mot_de_passe_et_l_ancien_ne_sert_plus_meme_apres_trop_d_essais() {
    Agent agent = comptoir.agent("DIRECTION");
    for (int i = 0; i < 11; i++) {
      new Navigateur(port).connecter(agent.identifiant(), "oublié " + i);
    }
    n.ouvrir("/habilitations/" + agent.id());
    String motDePasse = provisoire(n.suivre(n.poster("/habilitations/" + agent.id() + "/mot-de-passe", Map.of())));
    assertThat(new Navigateur(port).connecter(agent.identifiant(), motDePasse).body()).contains("Choisissez votre mot de passe");
    assertThat(new Navigateur(port).connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE).body()).contains("incorrect");
    assertThat(comptoir.actes(admin.identifiant())).contains("MOT_DE_PASSE_REINITIALISE");
  }

  @Test
  void montre_la_matrice_des_roles() {
    assertThat(n.ouvrir("/habilitations/roles").body()).contains("Ce que chaque rôle ouvre", "Responsable de territoire", "Nouveaux entrants");
  }

  @Test
  void reste_fermee_aux_autres_roles_en_lecture_comme_en_ecriture() {
    Agent autre = comptoir.agent("DIRECTION");
    Navigateur direction = new Navigateur(port);
    direction.connecter(autre.identifiant(), Comptoir.MOT_DE_PASSE);
    direction.ouvrir("/mon-compte");
    assertThat(direction.lire("/habilitations").statusCode()).isEqualTo(403);
    assertThat(direction.lire("/habilitations").body()).contains("Accès refusé");
    assertThat(direction.poster("/habilitations/" + autre.id(), Map.of("nom", "Moi", "role", "ALLOCATION")).statusCode()).isEqualTo(403);
    assertThat(direction.poster("/habilitations/" + admin.id() + "/mot-de-passe", Map.of()).statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> creer(String identifiant, String role, Map<String, String> autres) {
    Map<String, String> champs = new HashMap<>(Map.of("identifiant", identifiant, "nom", "Léa Martin", "role", role));
    champs.putAll(autres);
    return n.suivre(n.poster("/habilitations", champs));
  }

  private static String provisoire(HttpResponse<String> page) {
    Matcher m = PROVISOIRE.matcher(page.body());
    assertThat(m.find()).as("mot de passe provisoire montré").isTrue();
    return m.group(1);
  }
}
