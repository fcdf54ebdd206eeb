package fr.jalon.courriers.impression;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.courriers.domaine.Entete;
import fr.jalon.courriers.domaine.Gabarit;
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
    pdf.ecrire("Lot 1", 120, i -> IntStream.range(i, Math.min(i + LettresEnPdf.LIASSE, 120)).mapToObj(LettresEnPdfTest::lettre).toList(), faites::add, sortie);
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
  void l_adresse_tombe_dans_la_fenetre_et_rien_d_autre_ne_s_y_montre() throws IOException {
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    pdf.ecrire("Essai", List.of(lettre(7)), sortie);
    StringBuilder fenetre = new StringBuilder();
    StringBuilder dehors = new StringBuilder();
    try (PDDocument document = Loader.loadPDF(sortie.toByteArray())) {
      new PDFTextStripper() {
        @Override
        protected void writeString(String texte, List<TextPosition> places) {
          for (TextPosition p : places) {
            double x = p.getXDirAdj() * POINT_EN_MM;
            double y = p.getYDirAdj() * POINT_EN_MM;
            (x > 105 && x < 195 && y > 50 && y < 82 ? fenetre : dehors).append(p.getUnicode());
          }
        }
      }.getText(document);
    }
    assertThat(fenetre.toString()).isEqualTo("Madame Amina PERSONNE712 rue des TilleulsRésidence du Parc07000 Privas");
    assertThat(dehors.toString()).contains("Lettre n° 7-5").doesNotContain("Tilleuls");
  }

  @Test
  void ce_qu_une_personne_s_appelle_ne_change_pas_la_page_et_rien_du_dehors_n_est_lu() throws IOException {
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    Lettre hostile = new Lettre("7-5", LE, "<img src='http://127.0.0.1:1/x'> & co", "<b>Robert</b> \"'; --", "1 rue <script>\n07000 P&R",
        Gabarit.markdown("Bonjour ${nom}").fusionner(java.util.Map.of("nom", "<img src=\"file:///etc/passwd\"/> ${nom} **gras**")), Entete.parDefaut("Ardèche"), 7L);
    pdf.ecrire("Essai", List.of(hostile), sortie);
    try (PDDocument document = Loader.loadPDF(sortie.toByteArray())) {
      assertThat(new PDFTextStripper().getText(document)).contains("<b>Robert</b>").contains("file:///etc/passwd").contains("${nom} **gras**").contains("<script>");
      assertThat(document.getPage(0).getResources().getXObjectNames()).isEmpty();
    }
  }

  private static Lettre lettre(int i) {
    return new Lettre(fr.jalon.courriers.domaine.NumeroDeLettre.de(i), LE, "Votre accompagnement RSA commence", "Madame Amina PERSONNE" + i,
        "12 rue des Tilleuls\nRésidence du Parc\n07000 Privas",
        Gabarit.markdown("Bonjour,\n\n## Ce que nous avons décidé\n\nVous serez **accompagné**.\n\n- un\n- deux\n\n*Textes de loi.* Voir [le site](https://exemple.fr).").fusionner(java.util.Map.of()),
        new Entete(1L, "Direction de l'insertion", "Hôtel du Département\n07000 Privas", "le secrétariat", "04 00 00 00 00", "La présidente", "ici", logo(), "image/png",
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
