package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;

/** Who has no account takes neither the memory, nor the disk, nor the place of an agent. The attacks of issue 24, bounded. */
@EssaiWeb
@ExtendWith(OutputCaptureExtension.class)
class PorteSansCompteTest {
  private static final int VISITES = 3000;
  private static final long MEMOIRE_AU_PLUS = 32L << 20;
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Habilitations habilitations;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  PagesTrouvees pages;
  @Autowired
  ServletWebServerApplicationContext contexte;

  @Test
  void trois_mille_visiteurs_sans_compte_ne_laissent_ni_session_ni_memoire_prise() {
    Navigateur visiteur = new Navigateur(port);
    List<String> adresses = List.copyOf(pages.parVerbe(RequestMethod.GET).keySet());
    visiteur.lire("/connexion");
    int avant = sessions();
    long memoire = memoire();
    for (int i = 0; i < VISITES; i++) {
      String adresse = i % 3 == 0 ? "/nulle-part-" + i : PagesTrouvees.remplir(adresses.get(i % adresses.size()), i);
      HttpResponse<String> r = visiteur.lire(adresse + "?n=" + i + "&q=" + "a".repeat(i % 2 == 0 ? 7000 : 5500), "Accept-Language", "x-" + i);
      assertThat(r.statusCode()).as(adresse).isLessThan(500);
      assertThat(i % 2 != 0 || r.statusCode() == 414).as(adresse + " " + r.statusCode()).isTrue();
      assertThat(r.headers().allValues("Set-Cookie").toString()).doesNotContain("jalon-session");
    }
    assertThat(sessions()).isEqualTo(avant);
    assertThat(memoire() - memoire).isLessThan(MEMOIRE_AU_PLUS);
  }

  @Test
  void aucune_page_ni_aucun_formulaire_n_ouvre_de_session_a_qui_n_a_pas_de_compte() {
    int avant = sessions();
    for (String chemin : pages.parVerbe(RequestMethod.GET).keySet()) {
      new Navigateur(port).lire(PagesTrouvees.remplir(chemin, 7));
    }
    Navigateur visiteur = new Navigateur(port);
    visiteur.ouvrir("/connexion");
    for (String chemin : pages.parVerbe(RequestMethod.POST).keySet()) {
      visiteur.poster(PagesTrouvees.remplir(chemin, 7), Map.of());
    }
    for (String porte : Set.of("/connexion", "/connexion/cle", "/connexion/cle/options", "/deconnexion",
        "/login/oauth2/code/agents", "/oauth2/token")) {
      visiteur.poster(porte, Map.of("identifiant", "personne", "mot_de_passe", "x"));
    }
    assertThat(visiteur.session()).isEmpty();
    assertThat(sessions()).isEqualTo(avant);
  }

  @Test
  void un_envoi_de_quatre_gigaoctets_sans_compte_est_refuse_sans_etre_lu_a_toutes_les_adresses() throws Exception {
    Set<Path> avant = fichiersTemporaires();
    List<String> lus = new ArrayList<>();
    List<String> chemins = new ArrayList<>(pages.parVerbe(RequestMethod.POST).keySet());
    chemins.addAll(List.of("/", "/connexion", "/connexion/cle", "/deconnexion", "/oauth2/token", "/api/v1/orientations",
        "/login/oauth2/code/agents", "/css/jalon.css"));
    for (String chemin : chemins) {
      for (String genre : List.of("multipart/form-data; boundary=x", "application/x-www-form-urlencoded")) {
        String reponse = Prise.envoyer(port, "--x\r\nContent-Disposition: form-data; name=\"_csrf\"; filename=\"a\"\r\n\r\n" + "a".repeat(2000),
            "POST " + PagesTrouvees.remplir(chemin, 7)
            + " HTTP/1.1", "Host: localhost:" + port, "Accept: text/html", "Content-Type: " + genre, "Content-Length: 4000000000");
        if (!reponse.matches("(?s)HTTP/1.1 (302 .*Location: /connexion\\?refus=expiree.*|413 .*trop gros.*)")) {
          lus.add(chemin + " " + genre + " : " + reponse.lines().findFirst().orElse("rien"));
        }
      }
    }
    assertThat(lus).isEmpty();
    assertThat(fichiersTemporaires()).isEqualTo(avant);
  }

  @Test
  void un_envoi_sans_taille_n_est_pas_lu() {
    for (String chemin : List.of("/connexion", "/imports", "/imports/depot", "/r", "/api/v1/orientations", "/oauth2/token")) {
      assertThat(Prise.envoyer(port, "5\r\nabcde\r\n", "POST " + chemin + " HTTP/1.1", "Host: localhost:" + port, "Accept: text/html",
          "Content-Type: application/x-www-form-urlencoded", "Transfer-Encoding: chunked")).as(chemin)
              .startsWith("HTTP/1.1 411 ").contains("sa taille");
    }
  }

  /** One byte of a form of 1 900, then nothing: nobody to answer, nothing to write. */
  @Test
  void trois_cents_formulaires_coupes_au_premier_octet_n_ecrivent_rien_au_journal_technique(CapturedOutput sortie) throws Exception {
    int avant = sortie.getAll().length();
    for (int i = 0; i < 300; i++) {
      try (Socket prise = new Socket(InetAddress.getLoopbackAddress(), port)) {
        prise.setSoLinger(true, 0);
        prise.getOutputStream().write(("POST /connexion HTTP/1.1\r\nHost: localhost:" + port
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1900\r\n\r\na").getBytes(StandardCharsets.UTF_8));
      }
    }
    // the server is done with them once it has answered a whole one
    assertThat(new Navigateur(port).lire("/connexion").statusCode()).isEqualTo(200);
    assertThat(sortie.getAll().substring(avant)).isEmpty();
  }

  @Test
  void seul_qui_depose_des_fichiers_peut_en_envoyer_et_seulement_ou_ils_s_envoient() {
    Navigateur referent = connecter("REFERENT");
    Navigateur allocation = connecter("ALLOCATION");
    assertThat(multipart(referent, "/imports", 4_000_000_000L)).startsWith("HTTP/1.1 403 ").contains("Votre rôle");
    assertThat(multipart(referent, "/mon-compte/mot-de-passe", 4_000_000_000L)).startsWith("HTTP/1.1 415 ").contains("ne reçoit pas de fichier");
    assertThat(multipart(allocation, "/mon-compte/mot-de-passe", 4_000_000_000L)).startsWith("HTTP/1.1 415 ");
    assertThat(multipart(allocation, "/imports/tableur", 60_000_000L)).startsWith("HTTP/1.1 413 ").contains("51 Mo au plus");
    assertThat(multipart(allocation, "/imports", 5_000_000_000L)).startsWith("HTTP/1.1 413 ").contains("4 Go au plus");
    assertThat(Prise.envoyer(port, "a=b", "POST /mon-compte/mot-de-passe HTTP/1.1", "Host: localhost:" + port, "Accept: text/html",
        "Cookie: jalon-session=" + referent.session(),
        "Content-Type: application/x-www-form-urlencoded", "Content-Length: 3000000")).startsWith("HTTP/1.1 413 ").contains("2 Mo au plus")
            .contains("Se déconnecter");
    assertThat(Prise.envoyer(port, "a", "POST /imports/depot?nom=a HTTP/1.1", "Host: localhost:" + port, "Accept: application/json",
        "Content-Type: application/octet-stream",
        "Content-Length: 3000000")).startsWith("HTTP/1.1 401 ").contains("{\"phrase\":\"Votre session s'est terminée");
    assertThat(Prise.envoyer(port, "a", "POST /imports HTTP/1.1", "Host: localhost:" + port, "Accept: text/html",
        "Cookie: jalon-session=" + allocation.session(),
        "Content-Type: multipart/form-data", "Content-Length: 10")).as("sans frontière").startsWith("HTTP/1.1 400 ");
  }

  @Test
  void un_agent_dont_l_acces_vient_d_etre_retire_n_envoie_plus_rien() {
    Agent agent = comptoir.agent("ALLOCATION");
    Navigateur n = new Navigateur(port);
    n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    systeme.agir("essai", () -> {
      habilitations.desactiver(agent.id());
      return null;
    });
    assertThat(multipart(n, "/imports", 4_000_000_000L)).startsWith("HTTP/1.1 302 ").contains("/connexion?refus=expiree");
  }

  @Test
  void la_onzieme_session_d_un_agent_ferme_la_premiere_et_un_mot_de_passe_vole_sans_le_code_ne_met_personne_dehors() {
    Agent agent = comptoir.agent("REFERENT");
    Navigateur premiere = new Navigateur(port);
    premiere.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    Navigateur deuxieme = new Navigateur(port);
    deuxieme.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    for (int i = 0; i < 9; i++) {
      new Navigateur(port).connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    }
    assertThat(premiere.ouvrir("/mon-compte").body()).contains("Votre session s'est terminée");
    assertThat(deuxieme.lire("/mon-compte").statusCode()).isEqualTo(200);
  }

  @Test
  void l_adresse_notee_est_celle_que_le_mandataire_a_vue_et_non_celle_que_le_visiteur_ecrit() {
    Navigateur n = new Navigateur(port);
    n.ouvrir("/connexion");
    String corps = "identifiant=personne&mot_de_passe=x&_csrf=" + java.net.URLEncoder.encode(n.jeton(), java.nio.charset.StandardCharsets.UTF_8);
    Prise.envoyer(port, corps, "POST /connexion HTTP/1.1", "Host: localhost:" + port, "Cookie: jalon-formulaire=" + n.temoin("jalon-formulaire"),
        "X-Forwarded-For: 6.6.6.6, 203.0.113.9, 127.0.0.5", "Content-Type: application/x-www-form-urlencoded", "Content-Length: " + corps.length());
    assertThat(comptoir.derniereTrace("CONNEXION_REFUSEE")).containsEntry("adresse_ip", "203.0.113.9");
  }

  private String multipart(Navigateur n, String chemin, long taille) {
    return Prise.envoyer(port, "--x\r\n", "POST " + chemin + " HTTP/1.1", "Host: localhost:" + port, "Accept: text/html",
        "Cookie: jalon-session=" + n.session(),
        "Content-Type: multipart/form-data; boundary=x", "Content-Length: " + taille);
  }

  private Navigateur connecter(String role) {
    Navigateur n = new Navigateur(port);
    assertThat(n.connecter(comptoir.agent(role).identifiant(), Comptoir.MOT_DE_PASSE).statusCode()).isEqualTo(200);
    return n;
  }

  private int sessions() {
    return ((Context) ((TomcatWebServer) contexte.getWebServer()).getTomcat().getHost().findChildren()[0]).getManager().getActiveSessions();
  }

  private static long memoire() {
    System.gc();
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** What Tomcat keeps of the forms that hold files. */
  private Set<Path> fichiersTemporaires() throws Exception {
    Path travail = ((java.io.File) contexte.getServletContext().getAttribute("jakarta.servlet.context.tempdir")).toPath();
    try (Stream<Path> tous = Files.walk(travail)) {
      return Set.copyOf(tous.filter(Files::isRegularFile).toList());
    }
  }
}
