package fr.jalon.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is looked at once is still looked at: a page that differs by anything but its words goes through axe again. */
@Parcours
class CeQuAxeRegardeParcours {
  private static final String LIGNE = "<tr><td><a href='/dossier/%d'>Personne %d</a></td><td><span class='badge'>En retard</span></td></tr>";

  @Test
  void une_ligne_differente_parmi_cent_est_regardee(Navigation n) {
    assertThat(defauts(n, lignes(100), "")).isEmpty();
    assertThat(defauts(n, lignes(60) + "<tr><td><a href='/dossier/7'></a></td><td><span class='badge'>En retard</span></td></tr>" + lignes(60), ""))
        .singleElement().asString().startsWith("link-name").contains("/dossier/7");
    assertThat(defauts(n, lignes(60) + "<tr><td><img src='data:,'></td><td></td></tr>" + lignes(60), "")).singleElement().asString()
        .startsWith("image-alt");
  }

  @Test
  void une_page_deja_bonne_est_regardee_de_nouveau_des_que_quelque_chose_change(Navigation n) {
    String champ = "<label for='nom'>Nom</label><input id='nom'>";
    assertThat(defauts(n, "", champ)).isEmpty();
    assertThat(defauts(n, "", champ.replace("for='nom'", "for='prenom'"))).singleElement().asString().startsWith("label");
    assertThat(defauts(n, "", champ + "<p class='pale'>Refusé</p>")).singleElement().asString().startsWith("color-contrast");
    assertThat(defauts(n, "", champ + "<h4>Un titre qui saute une marche</h4>")).singleElement().asString().startsWith("heading-order");
    assertThat(defauts(n, "", champ + "<div role='list'><p>Ni liste ni élément</p></div>")).isNotEmpty();
  }

  @Test
  void une_page_qui_s_elargit_est_regardee_a_sa_nouvelle_largeur(Navigation n) {
    String seulementLarge = "<style>@media (min-width: 800px) { .grand { color: #ddd } }</style><p class='grand'>Pâle sur un grand écran</p>";
    n.largeur(390);
    assertThat(defauts(n, "", seulementLarge)).isEmpty();
    n.largeur(1280);
    assertThat(defauts(n, "", seulementLarge)).singleElement().asString().startsWith("color-contrast");
  }

  @Test
  void un_defaut_se_dit_a_chaque_fois(Navigation n) {
    for (int i = 0; i < 3; i++) {
      assertThat(defauts(n, "", "<button></button>")).as("fois " + i).singleElement().asString().startsWith("button-name");
    }
  }

  private static java.util.List<String> defauts(Navigation n, String lignes, String apres) {
    n.page.setContent("""
        <html lang="fr"><head><title>Essai</title><style>body { background: #fff; color: #000 } a { color: #00c } .pale { color: #eee }</style></head>
        <body><main><h1>Liste</h1><table><thead><tr><th scope="col">Qui</th><th scope="col">Où</th></tr></thead><tbody>%s</tbody></table>%s</main></body></html>"""
        .formatted(lignes, apres));
    return Axe.defauts(n.page);
  }

  private static String lignes(int combien) {
    return IntStream.range(0, combien).mapToObj(i -> LIGNE.formatted(i, i)).collect(Collectors.joining());
  }
}
