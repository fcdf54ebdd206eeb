package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Each indicator says what it is: in its file, and in the rules. */
class IndicateursDecritsTest {

  @Test
  void chaque_indicateur_est_decrit_dans_les_regles_comme_dans_son_fichier() throws IOException {
    String regles = Files.readString(Path.of("docs/regles/indicateurs.md"));
    for (Indicateur indicateur : new CatalogueIndicateurs().tous()) {
      assertThat(regles).contains("### " + indicateur.code() + "\n").contains(indicateur.definition()).contains(indicateur.libelle());
    }
  }

  /** Whoever reads a figure knows files, letters and follow-ups, not tables and columns. */
  @Test
  void la_source_d_un_chiffre_est_dite_dans_les_mots_du_metier() throws IOException {
    String regles = Files.readString(Path.of("docs/regles/indicateurs.md"));
    for (Indicateur indicateur : new CatalogueIndicateurs().tous()) {
      assertThat(indicateur.source()).as(indicateur.code())
          .doesNotContainPattern("\\b(allocataires|orientation|rendezvous|structures|diagnostic|echeances|pilotage|courriers)\\.[a-z]")
          .doesNotContain("_").doesNotContainPattern("\\bVRS[BF]\\b").doesNotContain("balise");
      assertThat(regles).contains("- Source : " + indicateur.source());
    }
  }

  @Test
  void les_codes_de_l_issue_sont_tous_la() {
    assertThat(new CatalogueIndicateurs().tous()).extracting(Indicateur::code)
        .contains("POP-DOV", "POP-SDD", "POP-TERRITOIRE", "POP-FOYER", "POP-AGE",
        "POP-ANCIENNETE", "POP-TNS", "ALL-MONTANT", "ALL-MOYEN", "ENT-NOUVEAUX", "ENT-SORTIES", "ORI-DELAI", "ORI-TAUX-15J", "ORI-TAUX-42J");
  }

  @Test
  void un_fichier_sans_definition_est_une_erreur_de_developpeur() {
    assertThatThrownBy(() -> FichierIndicateur.lire("ESSAI", "-- rang : 1\n-- libelle : Essai\nselect 1")).hasMessageContaining("« definition »");
    assertThatThrownBy(() -> FichierIndicateur.lire("ESSAI", "-- couleur : bleu\nselect 1")).hasMessageContaining("ligne 1");
  }

  @Test
  void une_definition_peut_tenir_sur_plusieurs_lignes() {
    Indicateur lu = FichierIndicateur.lire("ESSAI", """
        -- rang : 1
        -- libelle : Essai
        -- definition : Une phrase : longue
        --   et sa suite.
        -- source : table
        -- unite : personnes
        -- genre : nombre
        -- dimensions : TERRITOIRE, AGE
        -- fichiers : droits
        select 1
        """);
    assertThat(lu.definition()).isEqualTo("Une phrase : longue et sa suite.");
    assertThat(lu.dimensions()).containsExactly(Dimension.TERRITOIRE, Dimension.AGE);
    assertThat(lu.sql()).isEqualTo("select 1");
  }
}
