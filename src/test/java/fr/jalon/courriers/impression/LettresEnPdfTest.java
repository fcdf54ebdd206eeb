package fr.jalon.courriers.impression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.courriers.domaine.Entete;
import fr.jalon.courriers.domaine.Gabarit;
import fr.jalon.socle.RefusMetier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** What the secretary prints: a PDF that a screen reader reads, with the address in the window of the envelope. */
class LettresEnPdfTest {
  private static final LocalDate LE = LocalDate.of(2025, 9, 8);
  private static final double POINT_EN_MM = 25.4 / 72;
  private final LettresEnPdf pdf = new LettresEnPdf();

  @Test
  void une_lettre_est_conforme_a_pdf_ua() throws Exception {
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    pdf.ecrire("Votre accompagnement", List.of(lettre(1)), sortie);
    Files.write(Path.of("target", "lettre.pdf"), sortie.toByteArray());
    assertThat(fautes(sortie.toByteArray())).isEmpty();
  }

  @Test
  void un_lot_de_plusieurs_liasses_est_conforme_et_chaque_lettre_commence_sa_feuille_et_ses_pages() throws Exception {
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    List<Integer> faites = new ArrayList<>();
    pdf.ecrire("Lot 1", 120, false, i -> IntStream.range(i, Math.min(i + LettresEnPdf.LIASSE, 120)).mapToObj(LettresEnPdfTest::lettre)
        .toList(), faites::add, sortie);
    assertThat(faites).containsExactly(50, 100, 120);
    assertThat(fautes(sortie.toByteArray())).isEmpty();
    try (PDDocument document = Loader.loadPDF(sortie.toByteArray())) {
      assertThat(document.getNumberOfPages()).isEqualTo(120);
      PDFTextStripper lecteur = new PDFTextStripper();
      for (int page : List.of(1, 51, 120)) {
        lecteur.setStartPage(page);
        lecteur.setEndPage(page);
        assertThat(lecteur.getText(document)).contains("PERSONNE" + (page - 1)).contains("Page 1 sur 1");
      }
    }
  }

  @Test
  void imprime_des_deux_cotes_le_dos_d_une_lettre_n_est_jamais_la_lettre_d_une_autre() throws Exception {
    Lettre longue = new Lettre("8-3", LE, "Longue", "Monsieur Jean LONGUE", "1 rue du Lac\n07000 Privas", "<p>Une ligne de plus.</p>".repeat(40),
        Entete.parDefaut("Ardèche"), 8L);
    List<Lettre> trois = List.of(lettre(1), longue, lettre(3));
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    pdf.ecrire("Lot 1", 3, true, _ -> trois, _ -> { }, sortie);
    assertThat(fautes(sortie.toByteArray())).isEmpty();
    try (PDDocument document = Loader.loadPDF(sortie.toByteArray())) {
      assertThat(document.getNumberOfPages()).isEqualTo(6);
      assertThat(page(document, 1)).contains("PERSONNE1").contains("Page 1 sur 1");
      assertThat(page(document, 2)).isBlank();
      assertThat(page(document, 3)).contains("Jean LONGUE").contains("Page 1 sur 2");
      assertThat(page(document, 4)).contains("Page 2 sur 2");
      assertThat(page(document, 5)).contains("PERSONNE3");
      assertThat(page(document, 6)).isBlank();
    }
  }

  @Test
  void l_adresse_tombe_dans_la_fenetre_et_rien_d_autre_ne_s_y_montre() throws IOException {
    Fenetre f = fenetre(lettre(7));
    assertThat(f.dedans()).isEqualTo("Madame Amina PERSONNE712 rue des TilleulsRésidence du Parc07000 Privas");
    assertThat(f.dehors()).contains("Lettre n° 7-5").doesNotContain("Tilleuls");
    assertThat(lettre(7).bloc().corps()).as("la taille de toujours").isEqualTo(11);
  }

  /** Each tag as long as the schema of the CAF allows, as real names of ways and of places are written. */
  @ParameterizedTest
  @ValueSource(strings = {
      "Madame Marie-Charlotte ESSAILETTRE|CHEZ MONSIEUR ET MADAME DUPONTMARTIN|RESIDENCE LES GRANDS CHENES BATIMENT C|123BIS AV DU GENERAL CHARLES DE GAULLE SUD|QUARTIER SAINT PIERRE DU HAUT VILLAGE|07000 PRIVAS",
      "Madame Jeanne ESSAILETTRE|CHEZ MME JACQUELINE DUPONT MARTINEAU|BATIMENT C APPARTEMENT 112 ESCALIER 3|12 CHE DES HAUTES TERRES DU MOULIN|07000 PRIVAS",
      "Madame Marie-Antoinette Charlotte Eugenie DE LA ROCHEFOUCAULD MONTBARD|CHEZ MONSIEUR ET MADAME DUPONTMARTINET|RESIDENCE LES GRANDS CHENES BATIMENT CD|"
          + "1234TE ANCIENNE ROUTE DEPARTEMENTALE N 104 DES HAUTS PLATEAUX DU VIVARAIS|QUARTIER SAINT PIERRE DU HAUT VILLAGES|07000 SAINT ETIENNE DE FONTBELLON BOURG",
      "Monsieur Anne-Sophie NGUYEN|ENTREE GAUCHE AU FOND DE LA COUR, PORTE|ZONE ARTISANALE DES GRANDES VIGNES HAUT|QUARANTE-HUIT ROUTE DE LA MADELEINE MMM|HAMEAU DE MONTMAURIN WWWWWWWW MMMMMMMM|07200 SAINT-JULIEN-DU-SERRE"})
  void l_adresse_la_plus_longue_que_la_caf_permet_est_entiere_dans_la_fenetre(String bloc) throws IOException {
    List<String> lignes = List.of(bloc.split("\\|"));
    Lettre lettre = new Lettre("7-5", LE, "Essai", lignes.getFirst(), String.join("\n", lignes.subList(1, lignes.size())), "<p>Bonjour</p>",
        Entete.parDefaut("Ardèche"), 7L);
    Fenetre f = fenetre(lettre);
    assertThat(f.dedans().replace(" ", "")).isEqualTo(String.join("", lignes).replace(" ", ""));
    assertThat(f.droite()).as("dans la marge").isLessThan(190.5);
    double attendue = lettre.bloc().lignes().stream().mapToDouble(LargeurDuTexte::de).max().orElseThrow() * lettre.bloc().corps() * POINT_EN_MM;
    assertThat(f.droite() - 108).as("aussi large que mesurée").isCloseTo(attendue, org.assertj.core.data.Offset.offset(1.5));
    assertThat(lettre.bloc().corps()).isBetween(8.0, 11.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UN\nDEUX\nTROIS\nQUATRE\nCINQ\n07000 PRIVAS",
      "LIEUDITDONTLENOMNEFINITJAMAISETQUERIENNECOUPENULLEPARTMEMEENTRELESMOTS\n07000 PRIVAS"})
  void une_adresse_qui_ne_tient_pas_est_dite_et_ne_s_imprime_pas(String adresse) {
    Lettre lettre = new Lettre("7-5", LE, "Essai", "Madame Amina PERSONNE", adresse, "<p>Bonjour</p>", Entete.parDefaut("Ardèche"), 7L);
    assertThatThrownBy(() -> pdf.ecrire("Essai", List.of(lettre), new ByteArrayOutputStream()))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("ADRESSE_TROP_LONGUE"))
        .hasMessageContaining("Lettre n° 7-5").hasMessageContaining("six lignes au plus");
  }

  /** What stands in the window and out of it. @param droite millimetres from the left of the end of the longest line */
  private record Fenetre(String dedans, String dehors, double droite) {}

  private Fenetre fenetre(Lettre lettre) throws IOException {
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    pdf.ecrire("Essai", List.of(lettre), sortie);
    StringBuilder fenetre = new StringBuilder();
    StringBuilder dehors = new StringBuilder();
    double[] mesures = new double[1];
    try (PDDocument document = Loader.loadPDF(sortie.toByteArray())) {
      new PDFTextStripper() {
        @Override
        protected void writeString(String texte, List<TextPosition> places) {
          for (TextPosition p : places) {
            double x = p.getXDirAdj() * POINT_EN_MM;
            double y = p.getYDirAdj() * POINT_EN_MM;
            boolean dedans = x > 105 && x < 195 && y > 50 && y < 82;
            (dedans ? fenetre : dehors).append(p.getUnicode());
            if (dedans) {
              mesures[0] = Math.max(mesures[0], x + p.getWidthDirAdj() * POINT_EN_MM);
            }
          }
        }
      }.getText(document);
    }
    return new Fenetre(fenetre.toString(), dehors.toString(), mesures[0]);
  }

  private static String page(PDDocument document, int numero) throws IOException {
    PDFTextStripper lecteur = new PDFTextStripper();
    lecteur.setStartPage(numero);
    lecteur.setEndPage(numero);
    return lecteur.getText(document);
  }

  @Test
  void ce_qu_une_personne_s_appelle_ne_change_pas_la_page_et_rien_du_dehors_n_est_lu() throws IOException {
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    Lettre hostile = new Lettre("7-5", LE, "<img src='http://127.0.0.1:1/x'> & co", "<b>Robert</b> \"'; --", "1 rue <script>\n07000 P&R",
        Gabarit.markdown("Bonjour ${nom}").fusionner(java.util.Map.of("nom", "<img src=\"file:///etc/passwd\"/> ${nom} **gras**")),
        Entete.parDefaut("Ardèche"), 7L);
    pdf.ecrire("Essai", List.of(hostile), sortie);
    try (PDDocument document = Loader.loadPDF(sortie.toByteArray())) {
      assertThat(new PDFTextStripper().getText(document)).contains("<b>Robert</b>").contains("file:///etc/passwd")
          .contains("${nom} **gras**").contains("<script>");
      assertThat(document.getPage(0).getResources().getXObjectNames()).isEmpty();
    }
  }

  private static Lettre lettre(int i) {
    return new Lettre(fr.jalon.courriers.domaine.NumeroDeLettre.de(i), LE, "Votre accompagnement RSA commence", "Madame Amina PERSONNE" + i,
        "12 rue des Tilleuls\nRésidence du Parc\n07000 Privas",
        Gabarit.markdown("Bonjour,\n\n## Ce que nous avons décidé\n\nVous serez **accompagné**.\n\n- un\n- deux\n\n*Textes de loi.* Voir [le site](https://exemple.fr).").fusionner(java.util.Map.of()),
        new Entete(1L, "Direction de l'insertion", "Hôtel du Département\n07000 Privas", "le secrétariat", "04 00 00 00 00", "La présidente",
        "ici", logo(), "image/png",
            "Département de l'Ardèche"), (long) i);
  }

  private static byte[] logo() {
    try (ByteArrayOutputStream sortie = new ByteArrayOutputStream()) {
      javax.imageio.ImageIO.write(new java.awt.image.BufferedImage(40, 20, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", sortie);
      return sortie.toByteArray();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> fautes(byte[] document) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    try (PDFAParser lu = Foundries.defaultInstance().createParser(new ByteArrayInputStream(document), PDFAFlavour.PDFUA_1);
        PDFAValidator validateur = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      ValidationResult resultat = validateur.validate(lu);
      assertThat(resultat.getTotalAssertions()).isPositive();
      return resultat.getTestAssertions().stream().filter(a -> a.getStatus() == org.verapdf.pdfa.results.TestAssertion.Status.FAILED)
          .map(a -> a.getRuleId().getClause() + " " + a.getMessage() + " " + a.getLocation().getContext()).distinct().limit(8).toList();
    }
  }
}
