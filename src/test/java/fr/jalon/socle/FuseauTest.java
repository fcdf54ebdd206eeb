package fr.jalon.socle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuseauTest {
  /** The data; the sentence that tells how a zone is written; a function that {@code V0431} dropped since. */
  private static final List<String> PERMIS = List.of("fuseaux.properties", "Fuseau.java", "V0291__rendezvous_choisir_par_code.sql");
  private static final Pattern ECRITE = Pattern.compile("Europe/Paris|ZoneId\\.of\\(\"(?!UTC)");
  private final List<String> dit = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"'', '', 974, Indian/Reunion", "'', '', 07, Europe/Paris", "'', UTC, 974, Indian/Reunion", "'', Etc/UTC, 07, Europe/Paris",
      "'', Europe/Paris, 974, Europe/Paris",
      "Indian/Reunion, Europe/Paris, 07, Indian/Reunion", "'', :Indian/Mayotte, 07, Indian/Mayotte"})
  void l_heure_est_celle_qu_on_a_dite_puis_celle_de_la_machine_puis_celle_du_departement(String regle, String machine,
  String departement, String fuseau) {
    assertThat(Fuseau.choisir(regle, machine, departement, dit::add).getId()).isEqualTo(fuseau);
    assertThat(dit).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({":/etc/localtime", "UTC0", "CET-1CEST", "'<+04>-4'", "n'importe quoi"})
  void une_machine_qui_dit_son_heure_a_la_facon_de_posix_demarre_a_celle_du_departement_et_le_dit(String machine) {
    assertThat(Fuseau.choisir("", machine, "974", dit::add).getId()).isEqualTo("Indian/Reunion");
    assertThat(dit).singleElement().asString().contains(machine).contains("Département");
  }

  @Test
  void un_fuseau_regle_qui_n_existe_pas_est_refuse_avec_une_phrase() {
    assertThatThrownBy(() -> Fuseau.choisir("Europe/Pariss", "", "07", dit::add)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Europe/Pariss")
        .hasMessageContaining("Europe/Paris »");
  }

  @Test
  void nulle_part_l_heure_de_paris_n_est_ecrite_a_la_place_de_celle_du_departement() throws IOException {
    List<String> fautifs = new ArrayList<>();
    for (Path racine : List.of(Path.of("src/main"), Path.of("jalon"), Path.of("pom.xml"))) {
      try (Stream<Path> fichiers = Files.walk(racine).filter(Files::isRegularFile)) {
        for (Path f : fichiers.filter(f -> !PERMIS.contains(f.getFileName().toString())).toList()) {
          if (ECRITE.matcher(new String(Files.readAllBytes(f), StandardCharsets.ISO_8859_1)).find()) {
            fautifs.add(f.toString());
          }
        }
      }
    }
    assertThat(fautifs).isEmpty();
  }
}
