package fr.jalon.papiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.papiers.domaine.GenreDePapier;
import fr.jalon.papiers.domaine.LectureDesGenres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The kinds of paper are data, and what must never be kept of a person has no kind. */
class GenresDePapierTest {
  private static final LocalDate VU = LocalDate.of(2025, 10, 20);
  private final List<GenreDePapier> communs = LectureDesGenres.lire(commun(), null);

  @Test
  void chaque_genre_dit_sa_duree_sa_confiance_et_sa_source_et_rien_de_sante_ni_de_justice_n_a_de_genre() throws IOException {
    assertThat(communs).hasSizeGreaterThan(8).allSatisfy(g -> {
      assertThat(Set.of("H", "M", "L")).contains(g.confiance());
      assertThat(g.source()).isNotBlank();
    });
    assertThat(communs).extracting(g -> g.libelle().toLowerCase(Locale.FRENCH)).noneMatch(l -> l.matches(
        ".*(santé|médic|ordonnance|handicap|mdph|rqth|casier|jugement|judiciaire|pension).*"));
    String regles = Files.readString(Path.of("docs/regles/papiers.md"));
    assertThat(communs).allSatisfy(g -> assertThat(regles).contains("`" + g.code() + "`"));
  }

  @Test
  void ce_qui_dit_qui_elle_est_se_regarde_et_ne_se_copie_pas_et_la_copie_d_un_rib_est_reservee() {
    for (String code : List.of("IDENTITE", "TITRE_DE_SEJOUR", "PERMIS", "LIVRET_DE_FAMILLE")) {
      assertThat(genre(code).copie()).as(code).isFalse();
      assertThat(genre(code).reservee()).as(code).isTrue();
    }
    assertThat(genre("RIB").copie()).isTrue();
    assertThat(genre("RIB").reservee()).isTrue();
    assertThat(genre("CV").reservee()).isFalse();
  }

  @Test
  void un_papier_vaut_jusqu_a_sa_date_pour_des_mois_ou_tant_que_rien_ne_change() {
    assertThat(genre("IDENTITE").valableJusquAu(VU, LocalDate.of(2031, 2, 3))).isEqualTo("2031-02-03");
    assertThat(genre("CV").valableJusquAu(VU, null)).isEqualTo("2026-10-20");
    assertThat(genre("RIB").valableJusquAu(VU, LocalDate.of(2031, 2, 3))).isNull();
    assertThat(List.of(genre("IDENTITE").duree(), genre("CV").duree(), genre("RIB").duree()))
        .containsExactly("jusqu'à la date écrite dessus", "12 mois", "sans limite");
  }

  @Test
  void un_departement_change_la_duree_d_un_genre_permet_une_copie_et_ajoute_le_sien() {
    List<GenreDePapier> siens = LectureDesGenres.lire(commun(), """
        genres:
          - {code: IDENTITE, copie: true, copie_gardee: "6 mois"}
          - {code: CARTE_DE_BUS, libelle: "Carte de bus", validite: "1 mois", copie_gardee: "0 mois", confiance: L, source: "règlement du Département"}""");
    GenreDePapier identite = siens.stream().filter(g -> g.code().equals("IDENTITE")).findFirst().orElseThrow();
    assertThat(identite.copie()).isTrue();
    assertThat(identite.copieMois()).isEqualTo(6);
    assertThat(identite.libelle()).isEqualTo("Pièce d'identité");
    assertThat(siens.getLast().libelle()).isEqualTo("Carte de bus");
    assertThat(siens.getLast().copie()).as("rien n'est copié par défaut").isFalse();
    assertThatThrownBy(() -> LectureDesGenres.lire(commun(), "genres: [{code: CV, validite: longtemps}]"))
        .hasMessageContaining("n'est pas un nombre de mois");
    assertThatThrownBy(() -> LectureDesGenres.lire(commun(), "genres: [{code: NEUF}]")).hasMessageContaining("manque");
  }

  private GenreDePapier genre(String code) {
    return communs.stream().filter(g -> g.code().equals(code)).findFirst().orElseThrow();
  }

  private static String commun() {
    try {
      return new ClassPathResource("papiers/genres.yaml").getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
