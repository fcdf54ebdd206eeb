package fr.jalon.sorties.domaine;

import static fr.jalon.sorties.domaine.ClasseDeSortie.AUTRE;
import static fr.jalon.sorties.domaine.ClasseDeSortie.DURABLE;
import static fr.jalon.sorties.domaine.ClasseDeSortie.POSITIVE;
import static fr.jalon.sorties.domaine.ClasseDeSortie.TRANSITION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What an exit is worth (docs/regles/sorties.md). */
class ClasseDeSortieTest {
  private static final LocalDate LE = LocalDate.of(2025, 3, 1);

  @Test
  void un_cdi_la_fonction_publique_et_une_activite_a_son_compte_sont_durables() {
    assertThat(emploi(GenreDeContrat.CDI, null)).isEqualTo(DURABLE);
    assertThat(emploi(GenreDeContrat.FONCTION_PUBLIQUE, null)).isEqualTo(DURABLE);
    assertThat(ClasseDeSortie.de(RaisonDeSortie.INDEPENDANT, null, LE, null, 6)).isEqualTo(DURABLE);
  }

  @Test
  void un_cdd_ou_un_interim_de_six_mois_est_durable_un_jour_de_moins_est_de_transition() {
    for (GenreDeContrat contrat : new GenreDeContrat[] {GenreDeContrat.CDD, GenreDeContrat.INTERIM, GenreDeContrat.APPRENTISSAGE}) {
      assertThat(emploi(contrat, LocalDate.of(2025, 8, 31))).as(contrat + " du 1er mars au 31 août").isEqualTo(DURABLE);
      assertThat(emploi(contrat, LocalDate.of(2025, 8, 30))).as(contrat + " un jour de moins").isEqualTo(TRANSITION);
      assertThat(emploi(contrat, null)).as(contrat + " dont la fin n'est pas connue").isEqualTo(TRANSITION);
    }
  }

  @Test
  void un_contrat_aide_est_de_transition_une_formation_ou_l_insertion_positive_le_reste_autre() {
    assertThat(emploi(GenreDeContrat.CONTRAT_AIDE, LocalDate.of(2026, 3, 1))).isEqualTo(TRANSITION);
    assertThat(emploi(GenreDeContrat.IAE, LocalDate.of(2027, 3, 1))).isEqualTo(POSITIVE);
    assertThat(ClasseDeSortie.de(RaisonDeSortie.FORMATION, null, LE, null, 6)).isEqualTo(POSITIVE);
    assertThat(emploi(GenreDeContrat.AUTRE, null)).isEqualTo(AUTRE);
    assertThat(emploi(null, null)).as("contrat pas encore connu").isEqualTo(AUTRE);
    assertThat(ClasseDeSortie.de(RaisonDeSortie.DEMENAGEMENT, null, LE, null, 6)).isEqualTo(AUTRE);
  }

  private static ClasseDeSortie emploi(GenreDeContrat contrat, LocalDate fin) {
    return ClasseDeSortie.de(RaisonDeSortie.EMPLOI, contrat, LE, fin, 6);
  }
}
