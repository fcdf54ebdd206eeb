package fr.jalon.ecran;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.EssaiWeb;
import fr.jalon.habilitations.Navigateur;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A page weighs what it says, not its style sheets again: browsers keep what cannot change under its name, and nothing else. */
@EssaiWeb
class FichiersStatiquesTest {
  private static final Pattern FICHIER = Pattern.compile("(?:href|src)=\"(/(?:css|js|img|webjars)/[^\"]+)\"");
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;

  @Test
  void chaque_feuille_de_style_chaque_script_et_chaque_image_des_pages_se_garde_un_an() {
    Navigateur n = new Navigateur(port);
    n.connecter(comptoir.agent("ALLOCATION").identifiant(), Comptoir.MOT_DE_PASSE);
    List<String> vus = new ArrayList<>();
    for (String page : List.of("/connexion", "/imports", "/imports/tableur", "/simuler", "/indicateurs", "/r")) {
      String corps = n.ouvrir(page).body();
      Matcher m = FICHIER.matcher(corps);
      while (m.find()) {
        vus.add(m.group(1));
        assertThat(n.lire(m.group(1).replace("&amp;", "&")).headers().firstValue("Cache-Control")).as(page + " : " + m.group(1))
            .hasValue("max-age=31536000, public, immutable");
      }
      assertThat(n.lire(page).headers().firstValue("Cache-Control").orElse("")).as("la page elle-même").contains("no-store");
    }
    assertThat(vus).hasSizeGreaterThan(20).anyMatch(f -> f.startsWith("/css/imports.css")).anyMatch(f -> f.startsWith("/css/lien.css"));
  }

  @Test
  void une_version_qui_n_est_pas_la_notre_et_un_fichier_absent_ne_se_gardent_pas() {
    Navigateur n = new Navigateur(port);
    assertThat(n.lire("/css/jalon.css?v=abcd1234").headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(n.lire("/css/jalon.css").headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(n.lire("/webjars/bootstrap/9.9.9/dist/css/absente.css")).satisfies(r -> {
      assertThat(r.statusCode()).isEqualTo(404);
      assertThat(r.headers().firstValue("Cache-Control").orElse("")).contains("no-store").doesNotContain("immutable");
    });
  }
}
