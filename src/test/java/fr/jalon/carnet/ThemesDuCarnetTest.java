package fr.jalon.carnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.carnet.domaine.LectureDesThemes;
import fr.jalon.carnet.domaine.NouvelEcrit;
import fr.jalon.carnet.domaine.Sorte;
import fr.jalon.carnet.domaine.Theme;
import fr.jalon.socle.SaisieRefusee;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The themes of the notebook and what may be written, without Spring nor database. */
class ThemesDuCarnetTest {
  private static final LocalDate LE = LocalDate.of(2025, 10, 20);
  private static final String COMMUN = """
      themes:
        - {code: EMPLOI, libelle: "Emploi", lecteurs: [REFERENT, PARTENAIRE]}
        - {code: SANTE, libelle: "Santé", lecteurs: [REFERENT], sante: true, rappel: "Jamais de maladie."}""";

  @Test
  void la_sante_n_est_lue_que_des_referents_et_travailleurs_sociaux_et_chaque_theme_par_un_referent() throws IOException {
    List<Theme> themes = LectureDesThemes.lire(Files.readString(Path.of("src/main/resources/carnet/themes.yaml")), null);
    assertThat(themes).filteredOn(Theme::sante).singleElement().satisfies(t -> {
      assertThat(t.lecteurs()).isEqualTo(EnumSet.of(Sorte.REFERENT, Sorte.TRAVAILLEUR_SOCIAL));
      assertThat(t.rappel()).contains("maladie");
    });
    assertThat(themes).hasSizeGreaterThan(9).allSatisfy(t -> assertThat(t.lecteurs()).as(t.code()).contains(Sorte.REFERENT));
    assertThat(themes).filteredOn(t -> t.code().equals("BUDGET")).singleElement().satisfies(t -> assertThat(t.lecteurs())
        .doesNotContain(Sorte.PARTENAIRE, Sorte.FRANCE_TRAVAIL));
  }

  @Test
  void un_departement_change_les_lecteurs_d_un_theme_garde_le_reste_et_en_ajoute_un() {
    List<Theme> themes = LectureDesThemes.lire(COMMUN, """
        themes:
          - {code: EMPLOI, lecteurs: [REFERENT]}
          - {code: CULTURE, libelle: "Culture", lecteurs: [PARTENAIRE]}""");
    assertThat(themes).extracting(Theme::code).containsExactly("EMPLOI", "SANTE", "CULTURE");
    assertThat(themes.getFirst().libelle()).isEqualTo("Emploi");
    assertThat(themes.getFirst().lecteurs()).containsExactly(Sorte.REFERENT);
    assertThat(themes.get(1).sante()).isTrue();
  }

  @Test
  void un_theme_sans_lecteur_ou_lu_par_une_sorte_inconnue_n_est_pas_un_theme() {
    assertThatThrownBy(() -> LectureDesThemes.lire(COMMUN, "themes: [{code: EMPLOI, lecteurs: []}]")).hasMessageContaining("personne ne lit EMPLOI");
    assertThatThrownBy(() -> LectureDesThemes.lire(COMMUN, "themes: [{code: EMPLOI, lecteurs: [VOISINS]}]"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LectureDesThemes.lire(COMMUN, "themes: [{code: CULTURE, lecteurs: [REFERENT]}]")).hasMessageContaining("libelle");
  }

  @Test
  void un_compte_de_deux_sortes_ne_lit_que_ce_que_chacune_lit() {
    Theme emploi = LectureDesThemes.lire(COMMUN, null).getFirst();
    assertThat(emploi.luPar(Set.of("PARTENAIRE"))).isTrue();
    assertThat(emploi.luPar(Set.of("PARTENAIRE", "FRANCE_TRAVAIL"))).isFalse();
    assertThat(emploi.luPar(Set.of())).isFalse();
  }

  @Test
  void tout_ce_qui_manque_dans_un_ecrit_est_dit_en_une_fois() {
    NouvelEcrit rien = new NouvelEcrit(1, null, LE.plusDays(1), " ", null, LE.minusDays(1), UUID.randomUUID());
    assertThatThrownBy(() -> rien.verifier(LE, "moi", false)).isInstanceOfSatisfying(SaisieRefusee.class,
        r -> assertThat(r.fautes()).containsOnlyKeys("theme", "texte", "le", "limite", "pour"));
    Theme emploi = LectureDesThemes.lire(COMMUN, null).getFirst();
    NouvelEcrit pourMoi = new NouvelEcrit(1, emploi, LE, "Bonjour", "moi", null, UUID.randomUUID());
    assertThatThrownBy(() -> pourMoi.verifier(LE, "moi", false)).isInstanceOfSatisfying(SaisieRefusee.class,
        r -> assertThat(r.fautes()).containsOnlyKeys("limite"));
    new NouvelEcrit(1, emploi, LE, "Bonjour", "moi", LE, UUID.randomUUID()).verifier(LE, "moi", false);
  }
}
