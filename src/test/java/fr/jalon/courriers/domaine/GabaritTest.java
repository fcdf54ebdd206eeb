package fr.jalon.courriers.domaine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** A model merged with a person: her words stay words. */
class GabaritTest {
  private static final String[] MORCEAUX = {"<b>", "</p>", "<script>", "&amp;", "&", "\"", "'", "${nom}", "${", "}", "**", "_", "# ", "- ",
      "[x](http://y)", "![x](y)", "`", "\n", "\n\n",
      "\u0000", "\u000b", "\uE000", "\uE0000\uE001", "\ud83d", "\ude00", "\ud83d\ude00", "]]>", "<![CDATA[", "<!--", "-->", "<?x", "é", "Œ", "\\",
      "$1", "$", "1. ", "> ", "|", "\uFFFE", "a", "Amina"};
  private static final Set<String> CONNUES = Set.of("nom", "lieu");

  @Test
  void met_les_valeurs_a_leur_place_et_garde_la_mise_en_forme_du_modele() {
    assertThat(Gabarit.markdown("Bonjour **${nom}**,\n\n- à ${lieu}\n").fusionner(Map.of("nom", "Amina", "lieu", "Privas")))
        .isEqualTo("<p>Bonjour <strong>Amina</strong>,</p>\n<ul>\n<li>à Privas</li>\n</ul>\n");
    assertThat(Gabarit.texte("Rendez-vous à ${lieu}").fusionner(Map.of("lieu", "Privas\n(mairie)"))).isEqualTo("Rendez-vous à Privas (mairie)");
  }

  @Test
  void une_valeur_n_est_jamais_une_balise_ni_du_markdown_ni_une_variable() {
    assertThat(Gabarit.markdown("${nom}").fusionner(Map.of("nom", "<b>&\"'</b> **${lieu}** [x](y)", "lieu", "NON")))
        .isEqualTo("<p>&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt; **${lieu}** [x](y)</p>\n");
  }

  @Test
  void un_paragraphe_dont_la_seule_variable_est_vide_disparait() {
    assertThat(Gabarit.markdown("Avant\n\n${lieu}\n\nAprès").fusionner(Map.of("lieu", " "))).isEqualTo("<p>Avant</p>\n<p>Après</p>\n");
  }

  @Test
  void une_adresse_garde_ses_lignes() {
    assertThat(Gabarit.markdown("${lieu}").fusionner(Map.of("lieu", "12 rue\r\n07000 Privas"))).isEqualTo("<p>12 rue<br />07000 Privas</p>\n");
  }

  @Test
  void refuse_une_variable_inconnue_et_dit_celles_qui_existent() {
    assertThat(Gabarit.erreurs("Bonjour ${prenon}", CONNUES, true)).singleElement().asString().contains("${prenon} n'existe pas")
        .contains("${lieu}, ${nom}");
  }

  @Test
  void refuse_une_variable_mal_fermee_ou_mal_ecrite() {
    for (String faux : new String[] {"Bonjour ${nom", "${ nom }", "${Nom}", "${nom.toString()}", "${1+1}", "${}", "${${nom}}", "#{nom} ${nom|x}"}) {
      assertThat(Gabarit.erreurs(faux, CONNUES, true)).as(faux).isNotEmpty();
    }
    assertThat(Gabarit.erreurs("Cela coûte 5 $ {environ}", CONNUES, true)).isEmpty();
  }

  @Test
  void refuse_les_balises_les_images_et_les_liens_dangereux() {
    assertThat(Gabarit.erreurs("Du <b>gras</b>", CONNUES, true)).singleElement().asString().contains("balises HTML");
    assertThat(Gabarit.erreurs("<div>\nbloc\n</div>", CONNUES, true)).singleElement().asString().contains("balises HTML");
    assertThat(Gabarit.erreurs("![logo](https://exemple.fr/x.png)", CONNUES, true)).singleElement().asString().contains("images");
    assertThat(Gabarit.erreurs("[ici](javascript:alert(1))", CONNUES, true)).singleElement().asString().contains("https://");
    assertThat(Gabarit.erreurs("[ici](${lieu})", CONNUES, true)).singleElement().asString().contains("ne peut pas être une variable");
    assertThat(Gabarit.erreurs("[ici](https://exemple.fr) <https://exemple.fr> ou 3 < 5 & 6", CONNUES, true)).isEmpty();
  }

  @Test
  void une_valeur_oubliee_est_dite_par_son_nom() {
    assertThatThrownBy(() -> Gabarit.markdown("${nom} ${lieu}").fusionner(Map.of("nom", "x"))).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("${lieu}");
  }

  @Test
  void des_valeurs_au_hasard_ne_donnent_jamais_ni_balise_ni_page_illisible() throws Exception {
    Random hasard = new Random(20_250_908);
    Gabarit gabarit = Gabarit.markdown("Bonjour **${nom}**\n\n- ${lieu}\n\n*fin*");
    for (int i = 0; i < 3000; i++) {
      String nom = tirer(hasard);
      String lieu = tirer(hasard);
      Document page = lire(gabarit.fusionner(Map.of("nom", nom, "lieu", lieu)));
      assertThat(balises(page)).as(nom + " / " + lieu).isSubsetOf("x", "p", "strong", "ul", "li", "em", "br");
      assertThat(page.getElementsByTagName("strong").getLength()).as(nom).isOne();
      String attendu = Gabarit.nettoyer(nom).strip().replace("\n", "");
      assertThat(page.getElementsByTagName("strong").item(0).getTextContent()).isEqualTo(attendu);
    }
  }

  @Test
  void un_modele_au_hasard_accepte_donne_toujours_une_page_lisible_sans_rien_qui_s_execute() throws Exception {
    Random hasard = new Random(7);
    int acceptes = 0;
    for (int i = 0; i < 6000; i++) {
      String modele = tirer(hasard) + tirer(hasard);
      if (Gabarit.erreurs(modele, CONNUES, true).isEmpty()) {
        acceptes++;
        Document page = lire(Gabarit.markdown(modele).fusionner(Map.of("nom", "VALEUR", "lieu", "LIEU")));
        assertThat(balises(page)).as(modele).doesNotContain("script", "img", "b", "iframe", "object");
        assertThat(page.getDocumentElement().getTextContent()).doesNotContain("\uE000");
      }
    }
    assertThat(acceptes).isGreaterThan(500);
  }

  private static String tirer(Random hasard) {
    StringBuilder texte = new StringBuilder();
    int longueur = hasard.nextInt(8);
    for (int i = 0; i < longueur; i++) {
      texte.append(MORCEAUX[hasard.nextInt(MORCEAUX.length)]);
    }
    return texte.toString();
  }

  private static Document lire(String html) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader("<x>" + html + "</x>")));
  }

  private static Set<String> balises(Document page) {
    Set<String> noms = new java.util.TreeSet<>();
    for (int i = 0; i < page.getElementsByTagName("*").getLength(); i++) {
      noms.add(page.getElementsByTagName("*").item(i).getNodeName());
    }
    return noms;
  }
}
