package fr.jalon.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.jalon.accompagnement.domaine.Cohorte;
import fr.jalon.accompagnement.domaine.Comparaison;
import fr.jalon.accompagnement.domaine.Comparaison.Case;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Those of a cohort beside others alike: an example done by hand. */
class ComparaisonTest {
  /** Thirty persons of the cohort: twenty alike to a hundred others of whom ten left, ten alike to fifty of whom twenty-five left. */
  private static final List<Case> CASES = List.of(new Case("a", true, 20, 8, 10, 5, 6, 480), new Case("a", false, 100, 10, 80, 10, 10, 600),
      new Case("b", true, 10, 7, 3, 2, 1, 240), new Case("b", false, 50, 25, 20, 5, 5, 300), new Case("seule", true, 2, 2, 0, 0, 0, 0));

  @Test
  void chaque_case_compte_autant_que_les_personnes_de_la_cohorte_qui_y_sont() {
    Comparaison c = Comparaison.de(CASES, 150);
    assertThat(c.membres()).isEqualTo(30);
    assertThat(c.sansPareil()).as("deux n'ont personne qui leur ressemble").isEqualTo(2);
    Comparaison.Part sorties = c.part(Case::sorties);
    assertThat(sorties.membres()).as("8 + 7 sur 30").isCloseTo(50, within(1e-9));
    assertThat(sorties.comparables()).as("20 fois 10 % et 10 fois 50 %, sur 30 : et non 35 sur 150").isCloseTo(100 * (2 + 5) / 30d, within(1e-9));
    assertThat(sorties.ecart()).isCloseTo(80 / 3d, within(1e-9));
    assertThat(c.contactsParMois(true, 6)).isCloseTo(720 / 30d / 6, within(1e-9));
    assertThat(c.contactsParMois(false, 6)).isCloseTo(1, within(1e-9));
  }

  @Test
  void l_ecart_a_des_bornes_que_les_poids_elargissent() {
    Comparaison c = Comparaison.de(CASES, 150);
    assertThat(c.effectif()).as("900 divisé par 20² / 100 + 10² / 50").isCloseTo(150, within(1e-9));
    Comparaison.Part sorties = c.part(Case::sorties);
    // Newcombe's interval for 15 of 30 and 35 of 150
    assertThat(sorties.bas()).isCloseTo(8.274, within(0.005));
    assertThat(sorties.haut()).isCloseTo(44.567, within(0.005));
    assertThat(sorties.incertain()).isFalse();
    assertThat(Comparaison.de(CASES, 40).part(Case::sorties).bas())
        .as("les mêmes personnes reviennent d'un mois à l'autre").isLessThan(sorties.bas());
  }

  @Test
  void personne_sur_trente_deux_ne_prouve_rien_le_hasard_peut_suffire() {
    Comparaison.Part part = Comparaison.de(List.of(new Case("a", true, 32, 0, 0, 0, 0, 0), new Case("a", false, 400, 28, 0, 0, 0, 0)), 400)
        .part(Case::sorties);
    assertThat(part.bas()).isCloseTo(-9.931, within(0.005));
    assertThat(part.haut()).isCloseTo(3.925, within(0.005));
    assertThat(part.incertain()).isTrue();
  }

  @Test
  void trop_peu_de_personnes_rien_n_est_dit_d_elles() {
    assertThat(Comparaison.de(List.of(new Case("a", true, 10, 5, 5, 5, 5, 5), new Case("a", false, 100, 5, 5, 5, 5, 5)), 100).part(Case::sorties))
        .isEqualTo(new Comparaison.Part(null, null, null, null));
    Comparaison.Part petite = Comparaison.de(List.of(new Case("a", true, 12, 6, 5, 5, 5, 5), new Case("a", false, 100, 5, 5, 5, 5, 5)), 100)
        .part(Case::sorties);
    assertThat(petite.membres()).isEqualTo(50);
    assertThat(petite.ecart()).as("douze personnes : une part, pas d'écart").isNull();
    assertThat(Comparaison.de(List.of(), 0).contactsParMois(true, 6)).isNull();
  }

  @Test
  void une_cohorte_est_une_annee_ou_un_trimestre() {
    assertThat(Cohorte.de("2025-T3").orElseThrow()).extracting(Cohorte::du, Cohorte::au, Cohorte::libelle)
        .containsExactly(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 9, 30), "3e trimestre 2025");
    assertThat(Cohorte.de("2024").orElseThrow().au()).isEqualTo(LocalDate.of(2024, 12, 31));
    assertThat(Cohorte.de("2025-T5")).isEmpty();
    assertThat(Cohorte.commencees(LocalDate.of(2025, 4, 1), 1)).extracting(Cohorte::code).containsExactly("2025", "2025-T2", "2025-T1");
  }
}
