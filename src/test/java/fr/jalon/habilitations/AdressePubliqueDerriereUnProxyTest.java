package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The public address has a port of its own, and a proxy of this machine, which is believed, passes the {@code Host} as it came. */
@EssaiWeb
@TestPropertySource(properties = {"jalon.adresse-publique=https://RSA.exemple.fr:8443/", "jalon.proxies=127.0.0.1"})
class AdressePubliqueDerriereUnProxyTest {
  @LocalServerPort
  int port;

  @Test
  void le_port_de_l_adresse_publique_est_celui_que_le_visiteur_a_ecrit() {
    assertThat(lire("Host: rsa.exemple.fr:8443", "X-Forwarded-Proto: https", "X-Forwarded-For: 203.0.113.9")).startsWith("HTTP/1.1 200 ");
    assertThat(lire("Host: rsa.exemple.fr", "X-Forwarded-Proto: https", "X-Forwarded-For: 203.0.113.9")).startsWith("HTTP/1.1 200 ");
    assertThat(lire("Host: rsa.exemple.fr:9443", "X-Forwarded-Proto: https", "X-Forwarded-For: 203.0.113.9")).startsWith("HTTP/1.1 421 ");
  }

  @Test
  void un_visiteur_d_ailleurs_n_est_pas_cette_machine_parce_qu_il_ecrit_localhost() {
    assertThat(lire("Host: localhost", "X-Forwarded-For: 203.0.113.9")).startsWith("HTTP/1.1 421 ");
    assertThat(lire("Host: localhost")).as("la machine elle-même").startsWith("HTTP/1.1 200 ");
  }

  private String lire(String... enTetes) {
    String[] lignes = new String[enTetes.length + 2];
    lignes[0] = "GET /connexion HTTP/1.1";
    lignes[1] = "Accept: text/html";
    System.arraycopy(enTetes, 0, lignes, 2, enTetes.length);
    return Prise.envoyer(port, "", lignes);
  }
}
