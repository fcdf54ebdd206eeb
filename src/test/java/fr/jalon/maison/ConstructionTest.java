package fr.jalon.maison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What the build downloads is verified, and what it makes says what is inside. */
class ConstructionTest {

  @Test
  void le_maven_telecharge_par_mvnw_est_verifie_par_son_empreinte() throws IOException {
    Properties reglages = new Properties();
    try (var lecture = Files.newBufferedReader(Path.of(".mvn/wrapper/maven-wrapper.properties"))) {
      reglages.load(lecture);
    }
    assertThat(reglages.getProperty("distributionSha256Sum")).matches("[0-9a-f]{64}");
    assertThat(Files.readString(Path.of("mvnw"))).as("et mvnw le lit").contains("Failed to validate Maven distribution SHA-256");
  }

  @Test
  void le_jar_porte_la_liste_de_ce_qu_il_contient_et_l_analyse_des_failles_reste_une_commande_a_part() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String tout = pom.substring(0, pom.indexOf("<profiles>"));
    assertThat(tout).contains("cyclonedx-maven-plugin").doesNotContain("dependency-check");
    assertThat(tout.substring(tout.indexOf("cyclonedx-maven-plugin"))).as("au paquet, pas aux essais").contains("<phase>prepare-package</phase>");
  }
}
