package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.habilitations.comptes.MotsDePasse;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A session ends with what it was opened on. Changes are made here straight in the database, as another server or a command would. */
@EssaiWeb
class SessionsTest {
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Habilitations habilitations;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void tout_changement_de_preuve_ou_de_droits_ferme_les_sessions_a_la_requete_suivante_et_dit_pourquoi() {
    Map<String, String> changements = new LinkedHashMap<>();
    changements.put("mot_de_passe = 'autre'", "parce que votre mot de passe a changé");
    changements.put("role = 'CONTROLE'", "parce que votre rôle a changé");
    changements.put("territoires = '{1}'", "parce que votre périmètre a changé");
    changements.put("organisations = '{1}'", "parce que votre périmètre a changé");
    changements.put("partout = true", "parce que votre périmètre a changé");
    changements.put("secret_totp = 'x', totp_actif = true", "le code à usage unique ou le lien de votre compte a changé");
    changements.put("actif = false", "Votre accès à Jalon a été retiré");
    changements.forEach((changement, phrase) -> {
      Agent agent = comptoir.agent("DIRECTION");
      Navigateur n = connecte(agent);
      base.sql("update habilitations.agent set " + changement + " where id = ?").param(agent.id()).update();
      HttpResponse<String> page = n.ouvrir("/mon-compte");
      assertThat(page.uri().getPath()).as(changement).isEqualTo("/connexion");
      assertThat(page.body()).as(changement).contains(phrase);
      assertThat(n.ouvrir("/mon-compte").uri().getPath()).as("et le reste").isEqualTo("/connexion");
    });
  }

  @Test
  void un_fragment_demande_dans_une_session_fermee_mene_toute_la_page_a_la_connexion() {
    Agent agent = comptoir.agent("DIRECTION");
    Navigateur n = connecte(agent);
    base.sql("update habilitations.agent set role = 'CONTROLE' where id = ?").param(agent.id()).update();
    HttpResponse<String> reponse = n.lire("/mon-compte", "HX-Request", "true");
    assertThat(reponse.statusCode()).isEqualTo(401);
    assertThat(reponse.headers().firstValue("HX-Redirect")).hasValue("/connexion?refus=ferme-role");
  }

  @Test
  void un_changement_sans_portee_ne_ferme_rien() {
    Agent agent = comptoir.agent("DIRECTION");
    Navigateur n = connecte(agent);
    base.sql("update habilitations.agent set nom = 'Camille Autrement', courriel = 'autre.camille@exemple.fr', derniere_connexion = now() where id = ?").param(agent.id()).update();
    assertThat(n.ouvrir("/mon-compte").uri().getPath()).isEqualTo("/mon-compte");
  }

  @Test
  void camille_change_de_mot_de_passe_ses_autres_sessions_se_ferment_la_sienne_reste() {
    Agent agent = comptoir.agent("DIRECTION");
    Navigateur portable = connecte(agent);
    Navigateur oublie = connecte(agent);
    String nouveau = "un renard traverse la place";
    portable.ouvrir("/mon-compte");
    assertThat(portable.suivre(portable.poster("/mon-compte/mot-de-passe",
        Map.of("actuel", Comptoir.MOT_DE_PASSE, "nouveau", nouveau, "confirmation", nouveau))).body())
        .contains("Votre mot de passe est changé");
    assertThat(portable.ouvrir("/mon-compte").body()).contains("Camille DIRECTION", "(celui-ci)");
    assertThat(oublie.ouvrir("/mon-compte").body()).contains("Votre session a été fermée parce que votre mot de passe a changé");
  }

  @Test
  void camille_ferme_ses_autres_sessions() {
    Agent agent = comptoir.agent("DIRECTION");
    Navigateur portable = connecte(agent);
    Navigateur accueil = connecte(agent);
    portable.ouvrir("/mon-compte");
    assertThat(portable.suivre(portable.poster("/mon-compte/sessions/fermer", Map.of())).body()).contains("Vos autres sessions sont fermées");
    assertThat(portable.ouvrir("/mon-compte").uri().getPath()).isEqualTo("/mon-compte");
    assertThat(accueil.ouvrir("/mon-compte").body()).contains("parce que vous l'avez fermée depuis un autre appareil");
  }

  @Test
  void une_reinitialisation_ferme_aussi_la_session_qui_attend_son_code_ou_son_mot_de_passe() {
    Agent agent = comptoir.agent("DIRECTION");
    base.sql("update habilitations.agent set secret_totp = 'x', totp_actif = true where id = ?").param(agent.id()).update();
    Navigateur n = new Navigateur(port);
    assertThat(n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE).body()).contains("Code affiché par votre téléphone");
    MotsDePasse.Tire tire = habilitations.tirerUnMotDePasse();
    systeme.agir("essai", () -> {
      habilitations.reinitialiser(agent.id(), tire);
      return null;
    });
    assertThat(n.ouvrir("/connexion/code").body()).contains("parce que votre mot de passe a changé");
  }

  @Test
  void une_cle_d_acces_retiree_par_l_administration_ferme_les_sessions() {
    Agent agent = comptoir.agent("DIRECTION");
    cle(agent);
    Navigateur n = connecte(agent);
    systeme.agir("essai", () -> {
      habilitations.retirerSecondFacteur(agent.id());
      return null;
    });
    assertThat(n.ouvrir("/mon-compte").body()).contains("une clé d'accès de votre compte a été retirée");
  }

  @Test
  void un_nouveau_mot_de_passe_de_l_administration_retire_les_cles_d_acces_qu_un_voleur_a_pu_ajouter() {
    Agent agent = comptoir.agent("DIRECTION");
    cle(agent);
    Navigateur n = connecte(agent);
    MotsDePasse.Tire tire = habilitations.tirerUnMotDePasse();
    systeme.agir("essai", () -> {
      habilitations.reinitialiser(agent.id(), tire);
      return null;
    });
    assertThat(base.sql("select count(*) from habilitations.user_credentials where user_entity_user_id = ?").param(numero(agent))
        .query(Long.class).single()).isZero();
    assertThat(comptoir.derniereTrace("MOT_DE_PASSE_REINITIALISE").get("objet")).asString().endsWith("clés d'accès retirées");
    assertThat(n.ouvrir("/mon-compte").body()).contains("parce que votre mot de passe a changé");
  }

  @Test
  void un_mot_de_passe_remplace_par_l_administration_ne_se_reprend_pas() {
    Agent agent = comptoir.agent("DIRECTION");
    for (int fois = 0; fois < 2; fois++) {
      MotsDePasse.Tire tire = habilitations.tirerUnMotDePasse();
      systeme.agir("essai", () -> {
        habilitations.reinitialiser(agent.id(), tire);
        return null;
      });
      Navigateur n = new Navigateur(port);
      assertThat(n.connecter(agent.identifiant(), tire.enClair()).uri().getPath()).isEqualTo("/connexion/mot-de-passe");
      assertThat(n.suivre(n.poster("/connexion/mot-de-passe", Map.of("nouveau", Comptoir.MOT_DE_PASSE, "confirmation", Comptoir.MOT_DE_PASSE)))
          .body())
          .contains("celui que l'administration vient de remplacer");
    }
  }

  @Test
  void changer_de_mot_de_passe_rappelle_les_cles_d_acces_qui_restent() {
    Agent agent = comptoir.agent("DIRECTION");
    cle(agent);
    Navigateur n = connecte(agent);
    n.ouvrir("/mon-compte");
    String nouveau = "un renard traverse la place";
    assertThat(n.suivre(n.poster("/mon-compte/mot-de-passe", Map.of("actuel", Comptoir.MOT_DE_PASSE, "nouveau", nouveau, "confirmation", nouveau)))
        .body())
        .contains("Votre mot de passe est changé", "retirez celles que vous ne reconnaissez pas", "Clé du voleur");
  }

  @Test
  void une_session_laissee_ouverte_n_ajoute_pas_de_cle_d_acces_sans_le_mot_de_passe() {
    Agent agent = comptoir.agent("DIRECTION");
    Navigateur n = connecte(agent);
    n.ouvrir("/mon-compte");
    assertThat(n.poster("/mon-compte/cles/options", Map.of()).statusCode()).isEqualTo(403);
    assertThat(n.poster("/mon-compte/cles", Map.of()).statusCode()).isEqualTo(403);
    HttpResponse<String> refus = n.poster("/mon-compte/cles/permettre", Map.of("actuel", "faux"));
    assertThat(refus.statusCode()).isEqualTo(422);
    assertThat(refus.body()).contains("n'est pas ajoutée");
    assertThat(n.poster("/mon-compte/cles/options", Map.of()).statusCode()).isEqualTo(403);
    assertThat(n.poster("/mon-compte/cles/permettre", Map.of("actuel", Comptoir.MOT_DE_PASSE)).statusCode()).isEqualTo(200);
    assertThat(n.poster("/mon-compte/cles/options", Map.of()).body()).contains("challenge");
  }

  /** In base64, as the library writes its numbers. */
  private static String numero(Agent agent) {
    return "cle-%08d".formatted(agent.id());
  }

  private void cle(Agent agent) {
    base.sql("insert into habilitations.user_entities (id, name, display_name) values (?, ?, 'x')")
        .params(numero(agent), agent.identifiant()).update();
    base.sql("""
        insert into habilitations.user_credentials (credential_id, user_entity_user_id, public_key, backup_eligible, backup_state, label, created, last_used,
          authenticator_transports, public_key_credential_type, signature_count, uv_initialized, attestation_object, attestation_client_data_json)
        values (?, ?, '', false, false, 'Clé du voleur', now(), now(), 'internal', 'public-key', 0, true, '', '')""")
        .params(numero(agent), numero(agent)).update();
  }

  private Navigateur connecte(Agent agent) {
    Navigateur n = new Navigateur(port);
    assertThat(n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE).body()).contains("Camille DIRECTION");
    return n;
  }
}
