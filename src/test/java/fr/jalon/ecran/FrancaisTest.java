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

  @Test
  void une_phrase_s_accorde_avec_la_personne_et_se_passe_de_genre_quand_il_n_est_pas_connu() {
    String phrase = "[Elle|Il|La personne] demande le RSA ; [née|né|naissance] le 3 mai.";
    assertThat(Francais.accorde(phrase, 2)).isEqualTo("Elle demande le RSA ; née le 3 mai.");
    assertThat(Francais.accorde(phrase, (short) 1)).isEqualTo("Il demande le RSA ; né le 3 mai.");
    assertThat(Francais.accorde(phrase, null)).isEqualTo("La personne demande le RSA ; naissance le 3 mai.");
    assertThat(Francais.accorde("Prix : $1 [a|b]", 2)).as("ce qui n'est pas un accord reste").isEqualTo("Prix : $1 [a|b]");
  }
}
