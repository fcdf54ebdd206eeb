package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.habilitations.comptes.Comptes;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Coming in with a login and a password, and everything that can go wrong at the door. */
@EssaiWeb
class ConnexionTest {
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Comptes comptes;
  @Autowired
  Habilitations habilitations;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  HorlogeDeTest.Deplacable horloge;

  @Test
  void envoie_a_la_connexion_qui_n_est_pas_connecte_puis_a_la_page_demandee() {
    Agent agent = comptoir.agent("ADMINISTRATION");
    Navigateur n = new Navigateur(port);
    String porte = n.lire("/mon-compte").headers().firstValue("Location").orElseThrow();
    assertThat(porte).startsWith("/connexion?suite=").doesNotContain("mon-compte");
    String suite = porte.substring("/connexion?suite=".length());
    assertThat(n.ouvrir(porte).body()).contains("name=\"suite\" value=\"" + suite + "\"");
    assertThat(n.session()).as("aucune session avant la preuve").isEmpty();
    String refus = n.poster("/connexion", Map.of("identifiant", agent.identifiant(), "mot_de_passe", "faux", "suite", suite)).headers()
        .firstValue("Location").orElseThrow();
    assertThat(refus).isEqualTo("/connexion?refus=faux&suite=" + suite);
    n.ouvrir(refus);
    HttpResponse<String> reponse = n.poster("/connexion",
        Map.of("identifiant", agent.identifiant(), "mot_de_passe", Comptoir.MOT_DE_PASSE, "suite", suite));
    assertThat(reponse.statusCode()).isEqualTo(302);
    assertThat(reponse.headers().firstValue("Location")).hasValueSatisfying(l -> assertThat(l).endsWith("/mon-compte"));
    assertThat(n.session()).isNotEmpty();
    assertThat(n.suivre(reponse).body()).contains("Camille ADMINISTRATION");
    assertThat(comptoir.actes(agent.identifiant())).containsExactly("CONNEXION_REFUSEE", "CONNEXION");
    assertThat(comptoir.derniereTrace("CONNEXION")).containsEntry("role", "ADMINISTRATION").containsEntry("adresse_ip", "127.0.0.1");
  }

  @Test
  void refuse_de_la_meme_facon_un_mauvais_mot_de_passe_et_un_identifiant_inconnu_et_ne_garde_pas_ce_qui_a_ete_tape() {
    Agent agent = comptoir.agent("REFERENT");
    String faux = new Navigateur(port).connecter(agent.identifiant(), "autre chose encore").body();
    String inconnu = new Navigateur(port).connecter("m0nM0tDePasseTapeTropVite", "x").body();
    assertThat(faux).contains("Identifiant ou mot de passe incorrect");
    assertThat(inconnu).contains("Identifiant ou mot de passe incorrect").doesNotContain("m0nM0tDePasseTapeTropVite");
    assertThat(comptoir.actes(agent.identifiant())).containsExactly("CONNEXION_REFUSEE");
    assertThat(comptoir.derniereTrace("CONNEXION_REFUSEE").toString()).contains("inconnu").doesNotContainIgnoringCase("m0nM0t");
  }

  @Test
  void refuse_un_formulaire_sans_jeton() {
    Agent agent = comptoir.agent("REFERENT");
    Navigateur n = new Navigateur(port);
    n.ouvrir("/connexion");
    HttpResponse<String> reponse = n.poster("/connexion",
        Map.of("identifiant", agent.identifiant(), "mot_de_passe", Comptoir.MOT_DE_PASSE, "_csrf", "faux"));
    assertThat(reponse.headers().firstValue("Location")).hasValueSatisfying(l -> assertThat(l).endsWith("/connexion?refus=expiree"));
    assertThat(n.ouvrir("/mon-compte").uri().getPath()).isEqualTo("/connexion");
  }

  @Test
  void demande_d_attendre_quelques_secondes_apres_dix_essais_faux_meme_avec_le_bon_mot_de_passe() {
    Agent agent = comptoir.agent("REFERENT");
    Navigateur n = new Navigateur(port);
    for (int i = 0; i < 10; i++) {
      assertThat(n.connecter(agent.identifiant(), "faux numéro " + i).statusCode()).isEqualTo(200);
    }
    // the waits double: 5, 10, 20, 40, 60 seconds
    for (int attente : new int[] {6, 11, 21, 41}) {
      horloge.avancer(Duration.ofSeconds(attente));
      assertThat(n.connecter(agent.identifiant(), "toujours faux").statusCode()).isEqualTo(200);
    }
    n.ouvrir("/connexion");
    HttpResponse<String> reponse = n.poster("/connexion",
        Map.of("identifiant", agent.identifiant().toUpperCase(), "mot_de_passe", Comptoir.MOT_DE_PASSE));
    assertThat(reponse.statusCode()).isEqualTo(429);
    assertThat(reponse.body()).contains("Trop d'essais", "n'est pas bloqué").containsPattern("Réessayez dans <strong>\\d+ secondes?</strong>");
    assertThat(reponse.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 61L);
    horloge.avancer(Duration.ofSeconds(61));
    assertThat(n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE).body()).contains("Camille REFERENT");
  }

  @Test
  void ferme_la_porte_a_un_agent_dont_l_acces_est_retire_et_sa_session_ouverte_avec() {
    Agent agent = comptoir.agent("DIRECTION");
    Navigateur ouverte = new Navigateur(port);
    assertThat(ouverte.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE).body()).contains("Camille DIRECTION");
    systeme.agir("essai", () -> {
      habilitations.desactiver(agent.id());
      return null;
    });
    assertThat(ouverte.ouvrir("/mon-compte").body()).contains("Votre accès à Jalon a été retiré");
    assertThat(new Navigateur(port).connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE).body()).contains("Votre accès à Jalon a été retiré");
    assertThat(new Navigateur(port).connecter(agent.identifiant(), "faux").body()).contains("incorrect");
  }

  @Test
  void un_role_change_ferme_la_session_ouverte_et_vaut_a_la_suivante() {
    Agent agent = comptoir.agent("DIRECTION");
    Navigateur n = new Navigateur(port);
    n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    assertThat(n.lire("/habilitations").statusCode()).isEqualTo(403);
    systeme.agir("essai", () -> {
      habilitations.modifier(agent.id(), new SaisieAgent(agent.identifiant(), agent.nom(), null, "ADMINISTRATION", false, List.of(), List.of()));
      return null;
    });
    assertThat(n.ouvrir("/habilitations").body()).contains("Votre session a été fermée parce que votre rôle a changé");
    n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    assertThat(n.lire("/habilitations").statusCode()).isEqualTo(200);
  }

  @Test
  void fait_choisir_un_mot_de_passe_a_qui_en_a_recu_un_et_ne_montre_rien_avant() {
    String identifiant = "nouvelle.venue";
    String provisoire = systeme.agir("essai", () -> habilitations.creer(
        new SaisieAgent(identifiant, "Nouvelle Venue", null, "ADMINISTRATION", false, List.of(), List.of())));
    Navigateur n = new Navigateur(port);
    assertThat(n.connecter(identifiant, provisoire).body()).contains("Choisissez votre mot de passe");
    assertThat(n.ouvrir("/habilitations").body()).contains("Choisissez votre mot de passe").doesNotContain("agent.");
    assertThat(n.poster("/connexion/mot-de-passe", Map.of("nouveau", "court", "confirmation", "court")).body()).contains("au moins 12 caractères");
    assertThat(n.poster("/connexion/mot-de-passe", Map.of("nouveau", provisoire, "confirmation", provisoire)).body()).contains("différent de l");
    String mien = "une phrase bien à moi";
    assertThat(n.suivre(n.poster("/connexion/mot-de-passe", Map.of("nouveau", mien, "confirmation", mien))).body()).contains("Nouvelle Venue");
    assertThat(new Navigateur(port).connecter(identifiant, provisoire).body()).contains("incorrect");
    assertThat(comptoir.actes(identifiant)).containsExactly("CONNEXION", "CONNEXION_REFUSEE");
  }

  @Test
  void refuse_un_mot_de_passe_provisoire_perime() {
    String provisoire = systeme.agir("essai", () -> habilitations.creer(
        new SaisieAgent("en.conges", "En Congés", null, "ADMINISTRATION", false, List.of(), List.of())));
    horloge.avancer(Duration.ofDays(8));
    assertThat(new Navigateur(port).connecter("en.conges", provisoire).body()).contains("Ce mot de passe provisoire n'est plus valable");
  }

  @Test
  void deconnecte_et_le_trace() {
    Agent agent = comptoir.agent("CONTROLE");
    Navigateur n = new Navigateur(port);
    n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    n.ouvrir("/mon-compte");
    assertThat(n.suivre(n.poster("/deconnexion", Map.of())).body()).contains("Vous êtes déconnecté");
    assertThat(n.ouvrir("/mon-compte").uri().getPath()).isEqualTo("/connexion");
    // between the two, the first page may have shown her persons
    assertThat(comptoir.actes(agent.identifiant())).startsWith("CONNEXION").endsWith("DECONNEXION")
        .filteredOn(a -> a.endsWith("CONNEXION")).hasSize(2);
  }

  @Test
  void renvoie_toute_la_page_a_la_connexion_quand_un_fragment_est_demande_sans_session() {
    HttpResponse<String> reponse = new Navigateur(port).lire("/mon-compte", "HX-Request", "true");
    assertThat(reponse.statusCode()).isEqualTo(401);
    assertThat(reponse.headers().firstValue("HX-Redirect")).hasValue("/connexion");
  }

  @Test
  void envoie_des_en_tetes_qui_ferment_la_porte_aux_scripts_et_aux_cadres() {
    var en = new Navigateur(port).lire("/connexion").headers();
    assertThat(en.firstValue("Content-Security-Policy")).hasValueSatisfying(v -> assertThat(v)
        .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'").doesNotContain("unsafe"));
    assertThat(en.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(en.firstValue("Referrer-Policy")).hasValue("same-origin");
    assertThat(en.firstValue("Permissions-Policy")).isPresent();
    assertThat(en.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
    assertThat(en.firstValue("Cache-Control")).hasValueSatisfying(v -> assertThat(v).contains("no-store"));
    assertThat(en.firstValue("Strict-Transport-Security")).isEmpty();
    var https = new Navigateur(port).lire("/connexion", "X-Forwarded-Proto", "https").headers();
    assertThat(https.firstValue("Strict-Transport-Security")).hasValueSatisfying(v -> assertThat(v).contains("max-age=31536000"));
    assertThat(https.firstValue("Set-Cookie"))
        .hasValueSatisfying(v -> assertThat(v).startsWith("__Host-jalon-formulaire=").contains("Secure", "HttpOnly", "SameSite=Lax"));
  }
}
