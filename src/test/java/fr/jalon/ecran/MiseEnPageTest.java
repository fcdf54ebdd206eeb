package fr.jalon.ecran;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MiseEnPageTest {
  private final MiseEnPage miseEnPage = new MiseEnPage("/guide");

  @Test
  void le_titre_est_a_part_et_le_reste_est_mis_en_page() {
    MiseEnPage.Texte texte = miseEnPage.lire("# Lire un *dossier*\n\n## En haut\n\nLe **nom**.");
    assertThat(texte.titre()).isEqualTo("Lire un dossier");
    assertThat(texte.html()).isEqualTo("<h2>En haut</h2>\n<p>Le <strong>nom</strong>.</p>\n");
  }

  @Test
  void un_lien_vers_une_autre_page_y_mene_dans_l_application() {
    assertThat(miseEnPage.lire("# A\n\n[Rejets](rejets.md)").html()).contains("<a href=\"/guide/rejets\">Rejets</a>");
  }

  @Test
  void du_html_dans_le_texte_est_montre_et_n_agit_pas() {
    String html = miseEnPage.lire("# A\n\n<script>alert(1)</script>\n\nUn <b onclick=\"x\">mot</b> et [un lien](javascript:alert(1))").html();
    assertThat(html).doesNotContain("<script").doesNotContain("<b ").doesNotContain("javascript:").contains("&lt;script&gt;");
  }

  @Test
  void un_tableau_a_des_titres_de_colonnes() {
    assertThat(miseEnPage.lire("# A\n\n| x | y |\n|---|---|\n| 1 | 2 |").html()).contains("<table class=\"tableau\">")
        .contains("<th scope=\"col\">x</th>");
  }

  @Test
  void une_page_sans_titre_est_refusee() {
    assertThatThrownBy(() -> miseEnPage.lire("Du texte")).hasMessageContaining("commence par son titre");
  }
}
