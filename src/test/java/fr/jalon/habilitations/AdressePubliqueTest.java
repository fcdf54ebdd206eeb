package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** An instance whose public address is known and that names no proxy: whatever a visitor writes of hosts and addresses is not believed. */
@EssaiWeb
@TestPropertySource(properties = {"jalon.adresse-publique=https://rsa.exemple.fr", "jalon.proxies="})
class AdressePubliqueTest {
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;

  @Test
  void un_autre_hote_que_l_adresse_publique_n_est_pas_servi() {
    for (String hote : new String[] {"pirate.exemple", "rsa.exemple.fr.pirate.exemple", "rsa.exemple.fr:8443", "203.0.113.4"}) {
      assertThat(lire("/connexion", "Host: " + hote)).as(hote).startsWith("HTTP/1.1 421 ")
          .contains("Ce serveur répond à l'adresse https://rsa.exemple.fr").doesNotContain(hote + "/");
    }
    assertThat(lire("/connexion", "Host: localhost:" + port)).as("une sonde de cette machine").startsWith("HTTP/1.1 200 ");
  }

  @Test
  void les_temoins_sont_ceux_d_un_site_en_https_et_les_suites_ne_nomment_pas_d_hote() {
    assertThat(lire("/connexion", "Host: rsa.exemple.fr")).startsWith("HTTP/1.1 200 ").contains("Strict-Transport-Security: max-age=31536000")
        .containsPattern("Set-Cookie: __Host-jalon-formulaire=[^;]+; Path=/; Max-Age=86400; .*Secure; HttpOnly; SameSite=Lax");
    assertThat(lire("/mon-compte", "Host: rsa.exemple.fr", "X-Forwarded-Host: pirate.exemple")).containsPattern("Location: /connexion\\?suite=")
        .doesNotContain("pirate");
  }

  @Test
  void l_adresse_d_un_visiteur_n_est_pas_celle_qu_il_ecrit() {
    Navigateur n = new Navigateur(port);
    n.ouvrir("/connexion");
    String corps = "identifiant=personne&mot_de_passe=x&_csrf=" + URLEncoder.encode(n.jeton(), StandardCharsets.UTF_8);
    String reponse = Prise.envoyer(port, corps, "POST /connexion HTTP/1.1", "Host: localhost:" + port,
        "Cookie: jalon-formulaire=" + n.temoin("jalon-formulaire"),
        "X-Forwarded-For: 203.0.113.9", "X-Forwarded-Proto: https", "Forwarded: for=203.0.113.9;host=pirate.exemple",
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Length: " + corps.length());
    assertThat(reponse).startsWith("HTTP/1.1 302 ").contains("Location: /connexion?refus=faux").doesNotContain("Strict-Transport-Security");
    assertThat(comptoir.derniereTrace("CONNEXION_REFUSEE")).containsEntry("adresse_ip", "127.0.0.1");
  }

  private String lire(String chemin, String... enTetes) {
    List<String> lignes = new ArrayList<>(List.of("GET " + chemin + " HTTP/1.1", "Accept: text/html"));
    lignes.addAll(List.of(enTetes));
    return Prise.envoyer(port, "", lignes.toArray(String[]::new));
  }
}
