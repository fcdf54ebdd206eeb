package fr.jalon.ecran;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuideTest {
  private static final Pattern LIEN = Pattern.compile("href=\"/guide/([^\"]+)\"");
  private static final Pattern MENU = Pattern.compile("new EntreeDeMenu\\([^;]*?\"(/[a-z-]+)\"");
  private final Guide guide = new Guide();

  @ParameterizedTest
  @CsvSource({"/dossier/12, /guide/dossier", "/imports, /guide/imports", "/imports/17, /guide/imports", "/imports/rejets, /guide/rejets",
      "/imports/tableur/3/colonnes, /guide/tableur",
      "/orientations/nouvelle, /guide/nouveaux-entrants", "/connexion, /guide/se-connecter", "/guide/dossier, /guide", "/importsx, /guide"})
  void chaque_ecran_mene_a_la_page_qui_l_explique(String ecran, String page) {
    assertThat(guide.adressePour(ecran)).isEqualTo(page);
  }

  @Test
  void chaque_entree_du_menu_a_sa_page_de_guide() throws IOException {
    List<String> entrees;
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      entrees = sources.filter(p -> p.toString().endsWith(".java")).flatMap(GuideTest::adressesDuMenu).toList();
    }
    assertThat(entrees).contains("/imports", "/allocataires", "/journal");
    assertThat(entrees).allSatisfy(e -> assertThat(guide.adressePour(e)).as(e).isNotEqualTo(Guide.RACINE));
  }

  @Test
  void aucune_page_n_est_deux_fois_au_sommaire_et_un_ecran_n_a_qu_une_page() {
    assertThat(guide.pages()).extracting(PageDuGuide::nom).doesNotHaveDuplicates();
    assertThat(guide.pages().stream().flatMap(p -> p.ecrans().stream())).doesNotHaveDuplicates();
  }

  @Test
  void le_sommaire_nomme_toutes_les_pages_et_aucun_lien_ne_se_perd() throws IOException {
    try (Stream<Path> pages = Files.list(Path.of("docs/guide"))) {
      assertThat(pages.map(p -> p.getFileName().toString()).filter(n -> n.endsWith(".md")).map(n -> n.replace(".md", "")))
          .containsExactlyInAnyOrderElementsOf(guide.pages().stream().map(PageDuGuide::nom).toList());
    }
    for (PageDuGuide page : guide.pages()) {
      Matcher liens = LIEN.matcher(page.html());
      while (liens.find()) {
        assertThat(guide.page(liens.group(1))).as(page.nom() + " mène à " + liens.group(1)).isPresent();
      }
    }
  }

  private static Stream<String> adressesDuMenu(Path source) {
    try {
      return MENU.matcher(Files.readString(source)).results().map(r -> r.group(1));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
