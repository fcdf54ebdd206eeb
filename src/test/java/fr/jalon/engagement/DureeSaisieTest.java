package fr.jalon.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.engagement.domaine.DureeSaisie;
import fr.jalon.engagement.domaine.Semaine;
import fr.jalon.socle.RefusMetier;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hours and weeks as people write them. */
class DureeSaisieTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"3|180", "1,5|90", "1.5|90", "0,25|15", "1h30|90", "1 h 30|90", "1:30|90",
      "2h|120", "2 heures|120", "45 min|45",
      "0|0", "' '|0", "1\u00a0h\u00a030|90"})
  void une_duree_se_lit_comme_on_l_ecrit(String texte, int minutes) {
    assertThat(DureeSaisie.lire(texte)).isEqualTo(minutes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deux", "1h75", "1,555", "1/2", "12345", "1h-3", "NaN", "1e3"})
  void ce_qui_ne_se_lit_pas_le_dit(String texte) {
    assertThatThrownBy(() -> DureeSaisie.lire(texte)).isInstanceOfSatisfying(RefusMetier.class,
        r -> assertThat(r.code()).isEqualTo("HEURES_ILLISIBLES"));
  }

  @Test
  void ce_qui_est_ecrit_se_relit() {
    for (int minutes = 0; minutes < 6_000; minutes++) {
      assertThat(DureeSaisie.lire(DureeSaisie.ecrire(minutes))).isEqualTo(minutes);
    }
    assertThat(DureeSaisie.enClair(0)).isEqualTo("0\u00a0h");
    assertThat(DureeSaisie.enClair(45)).isEqualTo("45\u00a0min");
    assertThat(DureeSaisie.enClair(490)).isEqualTo("8\u00a0h\u00a010");
  }

  @Test
  void une_semaine_va_du_lundi_au_dimanche() {
    Semaine s = Semaine.lire("2025-W42").orElseThrow();
    assertThat(s.lundi()).isEqualTo(LocalDate.of(2025, 10, 13));
    assertThat(s.dimanche()).isEqualTo(LocalDate.of(2025, 10, 19));
    assertThat(s.code()).isEqualTo("2025-W42");
    assertThat(Semaine.de(LocalDate.of(2027, 1, 1)).code()).as("l'année de la semaine").isEqualTo("2026-W53");
    assertThat(Semaine.lire("2025-W53")).as("2025 n'en a que cinquante-deux").isEmpty();
    for (String faux : new String[] {null, "", "2025-42", "W42", "9999-W01", "2025-W00", "2025-W99"}) {
      assertThat(Semaine.lire(faux)).as(faux).isEmpty();
    }
    for (LocalDate jour = LocalDate.of(2020, 1, 1); jour.isBefore(LocalDate.of(2030, 1, 1)); jour = jour.plusDays(1)) {
      assertThat(Semaine.lire(Semaine.de(jour).code()).orElseThrow().contient(jour)).isTrue();
    }
  }
}
