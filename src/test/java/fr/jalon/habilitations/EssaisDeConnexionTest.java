package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.comptes.Appareils;
import fr.jalon.habilitations.comptes.EssaisRates;
import fr.jalon.habilitations.comptes.MotsDePasse;
import fr.jalon.habilitations.comptes.Totp;
import fr.jalon.socle.Chiffrement;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody tries passwords and codes; the right person comes in all the same, and is told. */
@EssaiWeb
class EssaisDeConnexionTest {
  private static final String LOIN = "127.0.0.2";
  private static final String PLUS_LOIN = "127.0.0.3";
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Habilitations habilitations;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  Chiffrement chiffrement;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void camille_entre_pendant_qu_on_essaie_son_mot_de_passe_d_ailleurs_et_l_apprend_ainsi_que_l_administration() {
    Agent camille = comptoir.agent("DIRECTION");
    Agent admin = comptoir.agent("ADMINISTRATION");
    int refuses = 0;
    for (int i = 0; i < 12; i++) {
      refuses += essayer(new Navigateur(port, LOIN), camille).statusCode() == 429 ? 1 : 0;
    }
    assertThat(refuses).as("là d'où viennent les essais, on attend").isPositive();
    Navigateur administration = new Navigateur(port);
    administration.connecter(admin.identifiant(), Comptoir.MOT_DE_PASSE);
    assertThat(administration.ouvrir("/habilitations?nom=" + camille.identifiant()).body()).containsPattern("1\\d.essais ratés depuis le");
    assertThat(administration.ouvrir("/habilitations/" + camille.id()).body()).contains("le compte n'est pas bloqué");

    Navigateur elle = new Navigateur(port);
    String page = elle.connecter(camille.identifiant(), Comptoir.MOT_DE_PASSE).body();
    assertThat(page).contains("Camille DIRECTION").containsPattern("1\\d essais de connexion ratés sur votre compte depuis le")
        .contains("changez de mot de passe");
    assertThat(elle.suivre(elle.poster("/mon-compte/alerte", Map.of())).body()).contains("Mon compte").doesNotContain("essais de connexion ratés");
    assertThat(comptoir.actes(camille.identifiant())).contains("ESSAIS_REPETES").endsWith("CONNEXION");
    assertThat(administration.ouvrir("/habilitations?nom=" + camille.identifiant()).body()).as("oubliés à la connexion réussie")
        .doesNotContain("essais ratés");
  }

  @Test
  void l_appareil_connu_de_camille_passe_meme_derriere_l_adresse_d_ou_viennent_les_essais_jusqu_a_un_nouveau_mot_de_passe() {
    Agent camille = comptoir.agent("DIRECTION");
    Navigateur portable = new Navigateur(port);
    portable.connecter(camille.identifiant(), Comptoir.MOT_DE_PASSE);
    portable.ouvrir("/mon-compte");
    assertThat(portable.ouvrir("/mon-compte").body()).contains("(celui-ci)");
    portable.poster("/deconnexion", Map.of());
    int refuses = 0;
    for (int i = 0; i < 12; i++) {
      refuses += essayer(new Navigateur(port), camille).statusCode() == 429 ? 1 : 0;
    }
    assertThat(refuses).isPositive();
    assertThat(portable.connecter(camille.identifiant(), Comptoir.MOT_DE_PASSE).body()).contains("Camille DIRECTION");

    MotsDePasse.Tire tire = habilitations.tirerUnMotDePasse();
    systeme.agir("essai", () -> {
      habilitations.reinitialiser(camille.id(), tire);
      return null;
    });
    assertThat(base.sql("""
        select count(*) from habilitations.appareil d join habilitations.agent a on a.id = d.agent_id and a.version_des_appareils = d.version where a.id = ?""")
        .param(camille.id()).query(Long.class).single()).as("plus aucun appareil connu").isZero();
  }

  @Test
  void qui_trouve_la_session_de_camille_ouverte_attend_comme_a_la_porte_avant_de_deviner_son_mot_de_passe() {
    Agent camille = comptoir.agent("DIRECTION");
    Navigateur poste = new Navigateur(port);
    poste.connecter(camille.identifiant(), Comptoir.MOT_DE_PASSE);
    HttpResponse<String> essai = null;
    for (int i = 0; i < 12; i++) {
      essai = poste.suivre(poste.poster("/mon-compte/code/retirer", Map.of("actuel", "deviné " + i)));
    }
    PageRefusee.dit(essai, "TROP_D_ESSAIS", "Il y a eu trop d'essais : réessayez dans ");
    assertThat(poste.suivre(poste.poster("/mon-compte/code/retirer", Map.of("actuel", Comptoir.MOT_DE_PASSE))).body()).as("même le bon attend")
        .doesNotContain("n'est plus demandé");
    PageRefusee.dit(poste.suivre(poste.poster("/mon-compte/cles/retirer", Map.of("cle", "inconnue"))), "CLE_INCONNUE",
        "Cette clé d'accès n'existe plus.");
  }

  @Test
  void camille_retire_un_appareil() {
    Agent camille = comptoir.agent("DIRECTION");
    Navigateur n = new Navigateur(port);
    n.connecter(camille.identifiant(), Comptoir.MOT_DE_PASSE);
    String appareil = base.sql("select id::text from habilitations.appareil where agent_id = ?").param(camille.id()).query(String.class).single();
    n.ouvrir("/mon-compte");
    assertThat(n.suivre(n.poster("/mon-compte/appareils/oublier", Map.of("appareil", appareil))).body())
        .contains("n'est plus connu", "Camille DIRECTION")
        .doesNotContain("(celui-ci)");
  }

  @Test
  void le_temoin_d_un_appareil_n_est_pas_lisible_par_les_scripts_et_ne_sert_qu_a_ses_comptes() {
    Agent camille = comptoir.agent("DIRECTION");
    Navigateur n = new Navigateur(port);
    n.ouvrir("/connexion");
    HttpResponse<String> entree = n.poster("/connexion", Map.of("identifiant", camille.identifiant(), "mot_de_passe", Comptoir.MOT_DE_PASSE));
    assertThat(entree.headers().allValues("Set-Cookie"))
        .anySatisfy(c -> assertThat(c).startsWith("jalon_appareil=").contains("HttpOnly", "SameSite=Lax", "Max-Age=15552000"));
    String temoin = entree.headers().allValues("Set-Cookie").stream().filter(c -> c.startsWith("jalon_appareil="))
        .map(c -> c.replaceAll("jalon_appareil=([^;]*).*", "$1")).findFirst().orElseThrow();
    assertThat(base.sql("select count(*) from habilitations.appareil where encode(empreinte, 'escape') like '%' || ? || '%'").param(temoin)
        .query(Long.class).single())
        .as("la base n'en garde que l'empreinte").isZero();
  }

  @Test
  void le_temoin_qu_un_collegue_connait_ne_sert_pas_a_ralentir_l_appareil_de_camille() {
    Agent collegue = comptoir.agent("DIRECTION");
    Agent camille = comptoir.agent("DIRECTION");
    Navigateur poste = new Navigateur(port);
    poste.connecter(collegue.identifiant(), Comptoir.MOT_DE_PASSE);
    String sien = poste.temoin("jalon_appareil");
    poste.ouvrir("/mon-compte");
    poste.poster("/deconnexion", Map.of());
    poste.connecter(camille.identifiant(), Comptoir.MOT_DE_PASSE);
    String tous = poste.temoin("jalon_appareil");
    assertThat(tous.split("\\.")).hasSize(2).contains(sien);
    Appareils appareils = contexte.getBean(Appareils.class);
    assertThat(appareils.reconnaitre(camille.identifiant(), sien)).as("la valeur de l'un n'est pas connue de l'autre").isEmpty();
    assertThat(appareils.reconnaitre(collegue.identifiant(), tous)).as("le poste partagé reste connu des deux").isPresent();
    assertThat(appareils.reconnaitre(camille.identifiant(), tous)).isPresent();
  }

  @Test
  void en_https_aucun_site_voisin_n_ecrit_le_temoin_d_un_appareil() {
    Agent camille = comptoir.agent("DIRECTION");
    Navigateur n = new Navigateur(port);
    n.ouvrir("/connexion");
    String corps = "identifiant=" + camille.identifiant() + "&mot_de_passe="
        + java.net.URLEncoder.encode(Comptoir.MOT_DE_PASSE, java.nio.charset.StandardCharsets.UTF_8)
        + "&_csrf=" + java.net.URLEncoder.encode(n.jeton(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(Prise.envoyer(port, corps, "POST /connexion HTTP/1.1", "Host: localhost:" + port, "X-Forwarded-For: 203.0.113.9",
        "X-Forwarded-Proto: https",
        "Cookie: __Host-jalon-formulaire=" + n.temoin("jalon-formulaire"), "Content-Type: application/x-www-form-urlencoded",
        "Content-Length: " + corps.length()))
        .containsPattern("Set-Cookie: __Host-jalon_appareil=[^\r]*Path=/[^\r]*Secure");
  }

  @Test
  void deviner_le_code_de_cent_adresses_ne_mene_nulle_part_et_camille_entre_avec_deux_codes_de_suite() {
    Agent camille = comptoir.agent("DIRECTION");
    byte[] secret = Totp.nouveauSecret();
    base.sql("update habilitations.agent set secret_totp = ?, totp_actif = true where id = ?")
        .params(chiffrement.chiffrer(secret), camille.id()).update();
    for (int i = 0; i < 6; i++) {
      for (String ou : new String[] {LOIN, PLUS_LOIN}) {
        Navigateur voleur = new Navigateur(port, ou);
        voleur.connecter(camille.identifiant(), Comptoir.MOT_DE_PASSE);
        voleur.poster("/connexion/code", Map.of("code", "000000", "suivant", "000000"));
      }
    }
    Navigateur elle = new Navigateur(port);
    assertThat(elle.connecter(camille.identifiant(), Comptoir.MOT_DE_PASSE).body()).contains("Le code suivant");
    long pas = Totp.pas(Instant.now());
    assertThat(elle.poster("/connexion/code", Map.of("code", Totp.code(secret, pas))).body()).as("un code seul, même bon, ne suffit plus")
        .contains("deux codes qui se suivent");
    assertThat(elle.suivre(elle.poster("/connexion/code", Map.of("code", Totp.code(secret, pas), "suivant", Totp.code(secret, pas + 1)))).body())
        .contains("Camille DIRECTION");
    assertThat(base.sql("select codes_essayes from habilitations.agent where id = ?").param(camille.id()).query(Integer.class).single()).isZero();
    assertThat(EssaisRates.CODES_SEULS).isEqualTo(10);
  }

  @Test
  void mille_codes_essayes_au_meme_instant_comptent_pour_mille() throws Exception {
    Agent camille = comptoir.agent("DIRECTION");
    EssaisRates essais = contexte.getBean(EssaisRates.class);
    try (var ensemble = Executors.newFixedThreadPool(4)) {
      List<Callable<Integer>> tous = Collections.nCopies(200, () -> essais.essayerUnCode(camille.id()));
      var rangs = ensemble.invokeAll(tous);
      Set<Integer> distincts = new HashSet<>();
      for (var rang : rangs) {
        distincts.add(rang.get());
      }
      assertThat(distincts).hasSize(200);
    }
  }

  @Autowired
  org.springframework.context.ApplicationContext contexte;

  @Test
  void ce_qu_on_tape_autour_d_un_identifiant_ne_donne_pas_d_essais_de_plus() {
    Agent camille = comptoir.agent("DIRECTION");
    Navigateur n = new Navigateur(port, PLUS_LOIN);
    int refuses = 0;
    for (int i = 0; i < 14; i++) {
      refuses += essayer(n, " \u0001\u001f".repeat(i)
          + (i % 2 == 0 ? camille.identifiant() : camille.identifiant().toUpperCase(java.util.Locale.ROOT)) + "\u0002".repeat(i))
          .statusCode() == 429 ? 1 : 0;
    }
    assertThat(refuses).as("c'est toujours le même compte").isPositive();
    assertThat(base.sql("select essais_rates from habilitations.agent where id = ?").param(camille.id()).query(Integer.class).single())
        .isEqualTo(14 - refuses);
  }

  private static HttpResponse<String> essayer(Navigateur n, Agent agent) {
    return essayer(n, agent.identifiant());
  }

  private static HttpResponse<String> essayer(Navigateur n, String identifiant) {
    n.ouvrir("/connexion");
    return n.poster("/connexion", Map.of("identifiant", identifiant, "mot_de_passe", "ce n'est pas le bon"));
  }
}
