package fr.jalon.ecran;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What persons read is written as one speaks. */
class FrancaisTest {
  @Test
  void l_article_d_une_ville_se_contracte_apres_a() {
    assertThat(Francais.a("Le Cheylard")).isEqualTo("au Cheylard");
    assertThat(Francais.a("LES VANS")).isEqualTo("aux Vans");
    assertThat(Francais.a("La Voulte-sur-Rhône")).isEqualTo("à La Voulte-sur-Rhône");
    assertThat(Francais.a("Lespéron")).isEqualTo("à Lespéron");
    assertThat(Francais.a("Privas")).isEqualTo("à Privas");
  }
}
