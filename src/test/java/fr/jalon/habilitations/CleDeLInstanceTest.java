package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.Jalon;
import fr.jalon.demarrage.ConnexionPostgres;
import fr.jalon.demarrage.PostgresDeTest;
import fr.jalon.socle.Chiffrement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The key of encryption: made once, kept closed, and never silently another. */
class CleDeLInstanceTest {
  private static final String UNE_CLE = "ZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWk=";
  @TempDir
  Path home;

  @Test
  void une_cle_est_faite_au_premier_demarrage_gardee_fermee_puis_reprise_et_une_autre_est_refusee_avec_une_phrase() throws IOException {
    ConnexionPostgres base = PostgresDeTest.nouvelleBase();
    byte[] secret = "bonjour".getBytes();
    byte[] chiffre;
    try (ConfigurableApplicationContext premier = demarrer(base)) {
      chiffre = premier.getBean(Chiffrement.class).chiffrer(secret);
    }
    Path cle = home.resolve("cle");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cle))).isEqualTo("rw-------");
    try (ConfigurableApplicationContext second = demarrer(base)) {
      assertThat(second.getBean(Chiffrement.class).dechiffrer(chiffre)).isEqualTo(secret);
    }
    assertThatThrownBy(() -> demarrer(base, "jalon.cle=" + UNE_CLE)).rootCause()
        .hasMessageContaining("La clé de chiffrement donnée (JALON_CLE) n'est pas celle de ces données").hasMessageContaining("rien n'a été changé");
    String gardee = Files.readString(cle);
    Files.delete(cle);
    assertThatThrownBy(() -> demarrer(base)).rootCause().hasMessageContaining("Il manque la clé de chiffrement de ces données");
    assertThat(cle).doesNotExist();
    try (ConfigurableApplicationContext troisieme = demarrer(base, "jalon.cle=" + gardee)) {
      assertThat(troisieme.getBean(Chiffrement.class).dechiffrer(chiffre)).isEqualTo(secret);
    }
  }

  @Test
  void une_cle_mal_ecrite_ou_trop_courte_est_refusee() {
    ConnexionPostgres base = PostgresDeTest.nouvelleBase();
    assertThatThrownBy(() -> demarrer(base, "jalon.cle=pas du base64 !")).rootCause().hasMessageContaining("n'est pas écrite en base64");
    assertThatThrownBy(() -> demarrer(base, "jalon.cle=Y291cnQ=")).rootCause().hasMessageContaining("au moins 32 octets");
  }

  private ConfigurableApplicationContext demarrer(ConnexionPostgres base, String... proprietes) {
    List<String> toutes = new ArrayList<>(List.of("spring.datasource.url=" + base.url(), "spring.datasource.username=" + base.utilisateur(),
        "spring.datasource.password=" + base.motDePasse(), "spring.main.lazy-initialization=true"));
    toutes.addAll(List.of(proprietes));
    List<String> arguments = new ArrayList<>(toutes.stream().map(p -> "--" + p).toList());
    System.setProperty("jalon.home", home.toString());
    try {
      ConfigurableApplicationContext contexte = new SpringApplicationBuilder(Jalon.class).web(WebApplicationType.NONE)
          .run(arguments.toArray(String[]::new));
      contexte.getBean(Chiffrement.class);
      return contexte;
    } finally {
      System.clearProperty("jalon.home");
    }
  }
}
