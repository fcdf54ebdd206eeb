package fr.jalon.socle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleDeRechercheTest {
  @Test
  void un_nom_de_plusieurs_mots_se_cherche_aussi_en_un_seul() {
    assertThat(CleDeRecherche.dUnePersonne("N'DIAYE", "ANNE-LAURE", "DA SILVA")).isEqualTo("n diaye anne laure da silva ndiaye annelaure dasilva");
    assertThat(CleDeRecherche.dUnePersonne("MARTIN", "ANA", "MARTIN")).isEqualTo("martin ana");
    assertThat(CleDeRecherche.dUnePersonne("MARTIN", "ANA", null)).isEqualTo("martin ana");
  }

  @Test
  void toutes_les_apostrophes_separent_de_meme() {
    for (String nom : new String[] {"N'DIAYE", "N’DIAYE", "N`DIAYE", "Nʼdiaye", "N DIAYE", "N-DIAYE"}) {
      assertThat(CleDeRecherche.de(nom)).as(nom).isEqualTo("n diaye");
    }
  }
}
