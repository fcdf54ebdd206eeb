package fr.jalon.diagnostic.domaine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The themes of the global diagnostic, and how a theme is said. */
class ThemesTest {
  private static final LocalDate JOUR = LocalDate.of(2025, 3, 3);

  @Test
  void les_dix_themes_des_plans_sont_la_chacun_avec_ses_situations_et_ses_objectifs() throws IOException {
    Themes themes = national(null);
    assertThat(themes.themes()).extracting(Rubrique::code).containsExactly("ADMINISTRATIF_BUDGET", "LOGEMENT", "SANTE", "MOBILITE", "NUMERIQUE",
        "FRANCAIS", "ENFANTS", "FORMATION", "EMPLOI", "AUTONOMIE");
    assertThat(themes.themes()).allSatisfy(t -> assertThat(t.champs()).hasSize(4).filteredOn(c -> c.genre() != Rubrique.Genre.TEXTE)
        .allSatisfy(c -> assertThat(c.choix()).isNotEmpty()));
    assertThat(themes.rubriques()).filteredOn(Rubrique::sante).extracting(Rubrique::code).containsExactly("SANTE", "BILAN_SANTE");
  }

  @Test
  void un_departement_ajoute_une_situation_et_garde_les_autres() throws IOException {
    Rubrique mobilite = national("ajouts: {MOBILITE: {situations: {COL: Derrière un col fermé l'hiver}}}").rubrique("MOBILITE").orElseThrow();
    assertThat(mobilite.champs().get(1).choix()).containsEntry("COL", "Derrière un col fermé l'hiver").containsKey("AUCUN_MOYEN");
  }

  @Test
  void un_theme_se_dit_en_quelques_mots() throws IOException {
    Rubrique mobilite = national(null).rubrique("MOBILITE").orElseThrow();
    assertThat(etat(null, null).enMots(mobilite)).isEqualTo("pas encore regardé");
    assertThat(etat("FORT", EtatFrein.OUVERT).enMots(mobilite)).isEqualTo("fort");
    assertThat(etat("FORT", EtatFrein.LEVE_EN_PARTIE).enMots(mobilite)).isEqualTo("fort, levé en partie");
    assertThat(etat("FORT", EtatFrein.LEVE).enMots(mobilite)).isEqualTo("levé");
    assertThat(etat("SANS", null).enMots(mobilite)).isEqualTo("sans impact");
  }

  private static EtatDuDiagnostic etat(String niveau, EtatFrein frein) {
    return new EtatDuDiagnostic(JOUR, niveau == null ? Map.of() : Map.of("MOBILITE", new EtatDuDiagnostic.Constat(1, "MOBILITE",
        new Reponses(Map.of("niveau", niveau)), JOUR, "Claire", null)),
        frein == null ? Map.of() : Map.of("MOBILITE", new EtatDuDiagnostic.Frein(1, "MOBILITE", frein, JOUR, JOUR)));
  }

  private static Themes national(String departement) throws IOException {
    return Themes.lire(Files.readString(Path.of("src/main/resources/diagnostic/themes.yaml")), departement).getLast();
  }
}
