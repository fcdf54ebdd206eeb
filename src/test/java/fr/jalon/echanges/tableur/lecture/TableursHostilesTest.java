package fr.jalon.echanges.tableur.lecture;

import static fr.jalon.echanges.tableur.lecture.ClasseurDEssai.TITRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.echanges.bornes.Bornes;
import fr.jalon.echanges.bornes.Travail;
import fr.jalon.echanges.tableur.domaine.Tableau;
import fr.jalon.socle.RefusMetier;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spreadsheets made to kill, or badly written: read, or refused in a sentence that says what to do, within a budget of memory. */
class TableursHostilesTest {
  private static final long BUDGET = 160L << 20;

  private static Tableau lire(byte[] octets) {
    return LectureDeFichier.lire(octets, Bornes.ORDINAIRES);
  }

  private static Tableau lire(String csv) {
    return lire(csv.getBytes(StandardCharsets.UTF_8));
  }

  private static void refuse(byte[] octets, String phrase) {
    assertThat(Travail.de(() -> assertThatThrownBy(() -> lire(octets)).isInstanceOf(RefusMetier.class)
        .hasMessageContaining(phrase.replaceAll("(\\d) (\\d{3})", "$1\u202f$2")).hasMessageEndingWith("."))).isLessThan(BUDGET);
  }

  @Test
  void une_image_une_page_du_json_des_octets_au_hasard_ne_sont_pas_des_tableurs_et_une_lettre_etrange_ne_fait_rien() {
    byte[] hasard = new byte[5000];
    new java.util.Random(3).nextBytes(hasard);
    List<byte[]> refuses = List.of(hasard, octets("%PDF-1.7 a;b"), octets("<!doctype html><p>a;b</p>"), octets(" [{\"a\": 1}]"),
        octets("{\n  \"a\": 1}"));
    assertThat(refuses).allSatisfy(o -> assertThatThrownBy(() -> lire(o)).isInstanceOfSatisfying(RefusMetier.class,
        r -> assertThat(r.code()).isEqualTo("PAS_UN_TABLEUR")));
    assertThat(lire(octets("[Nom];Prénom\nA\u0001B;Ana\n")).rangees()).hasSize(1);
    assertThat(lire(octets("Nom;Prénom\n<X>;Ana\n")).rangees()).hasSize(1);
  }

  private static byte[] octets(String texte) {
    return texte.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void chaque_tableur_qui_ne_se_lit_pas_est_refuse_sous_son_code() {
    Map<String, byte[]> refuses = Map.of("FICHIER_VIDE", new byte[0], "PAS_UN_TABLEUR", octets("{\"nom\": 1}"),
        "ANCIEN_EXCEL", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0},
        "SANS_LIGNE", "Nom;Prénom\n".getBytes(StandardCharsets.UTF_8), "TROP_DE_COLONNES", ("Nom;Prénom" + ";x".repeat(300) + "\nA;B\n")
            .getBytes(StandardCharsets.UTF_8),
        "TROP_DE_LIGNES", ("Nom;Prénom\n" + IntStream.range(0, 50_001).mapToObj(i -> "Petit" + i + ";Jean\n").collect(Collectors.joining()))
            .getBytes(StandardCharsets.UTF_8), "XLSX_ILLISIBLE", new byte[] {'P', 'K', 3, 4, 0, 0},
        "GUILLEMETS", ("Nom;Prénom\nDupont;" + "\"x\n".repeat(2_000)).getBytes(StandardCharsets.UTF_8), "TABLEUR_DEMESURE",
        ("Nom;Prénom\nA;" + "x".repeat(40_000) + "\n").getBytes(StandardCharsets.UTF_8));
    refuses.forEach((code, octets) -> assertThatThrownBy(() -> lire(octets), code)
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo(code)));
  }

  @Test
  void lit_un_classeur_ordinaire_avec_ses_textes_partages() {
    Tableau t = lire(ClasseurDEssai.ordinaire().octets());
    assertThat(t.entetes()).containsExactly("Nom", "Prénom");
    assertThat(t.rangees()).extracting(Tableau.Rangee::valeurs).containsExactly(List.of("Dupont", "Anne"));
    assertThat(t.detail()).isEqualTo("Feuille « Feuille »");
  }

  @Test
  void une_case_zzzzzz2_est_refusee_avec_une_phrase_et_vide_elle_n_est_rien() {
    refuse(ClasseurDEssai.de(TITRES + "<row r=\"2\"><c r=\"ZZZZZZ2\" t=\"s\"><v>2</v></c></row>").octets(),
        "La feuille compte plus de 200 colonnes (case ZZZZZZ2). Copiez");
    assertThat(lire(ClasseurDEssai.de(TITRES + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"ZZZZZZ2\" s=\"1\"/></row>").octets()).rangees())
        .hasSize(1);
    refuse(ClasseurDEssai.de(TITRES + "<row r=\"2\"><c r=\"" + "Z".repeat(100_000) + "2\" t=\"s\"><v>2</v></c></row>").octets(), "200 colonnes");
  }

  @Test
  void les_nombres_demesures_les_rangs_et_les_renvois_faux_ne_font_rien_de_plus() {
    Tableau t = lire(ClasseurDEssai.de(TITRES
        + "<row r=\"99999999999\"><c r=\"A2\"><v>1E999999999</v></c><c r=\"B2\" t=\"s\"><v>99999999</v></c></row>"
        + "<row r=\"-5\"><c><v>6.12345678E8</v></c><c t=\"s\"><v>-1</v></c></row>").octets());
    assertThat(t.rangees()).extracting(Tableau.Rangee::valeurs).containsExactly(List.of("1E999999999", ""), List.of("612345678", ""));
  }

  @Test
  void les_formules_ne_sont_pas_recopiees_de_case_en_case() {
    String formule = "A1+".repeat(2700) + "1";
    StringBuilder lignes = new StringBuilder(TITRES).append("<row><c><f t=\"shared\" si=\"0\" ref=\"A2:A9999\">").append(formule)
        .append("</f><v>1</v></c></row>");
    IntStream.range(0, 5000).forEach(i -> lignes.append("<row><c><f t=\"shared\" si=\"0\"/><v>").append(i + 2).append("</v></c></row>"));
    byte[] octets = ClasseurDEssai.de(lignes.toString()).octets();
    assertThat(Travail.de(() -> assertThat(lire(octets).rangees()).hasSize(5001))).isLessThan(BUDGET);
  }

  @Test
  void un_texte_partage_par_un_million_de_cases_compte_un_million_de_fois() {
    StringBuilder lignes = new StringBuilder(TITRES);
    IntStream.range(0, 3000).forEach(i -> lignes.append("<row><c t=\"s\"><v>4</v></c><c><v>").append(i).append("</v></c></row>"));
    byte[] octets = ClasseurDEssai.de(lignes.toString()).partie("xl/sharedStrings.xml",
        "<sst><si><t>Nom</t></si><si><t>Prénom</t></si><si><t/></si><si><t/></si><si><t>" + "x".repeat(30_000) + "</t></si></sst>").octets();
    assertThat(octets.length).isLessThan(100_000);
    refuse(octets, "caractères");
  }

  @Test
  void les_parties_sans_fin_profondes_ou_a_entites_sont_refusees() {
    refuse(ClasseurDEssai.ordinaire().partie("xl/sharedStrings.xml", "<sst><si><t>" + "x".repeat(100_000) + "</t></si></sst>")
        .octets(), "32 767 caractères");
    refuse(ClasseurDEssai.ordinaire().partie("xl/sharedStrings.xml", "<sst><!--" + "x".repeat(5 << 20) + "--></sst>").octets(), "256 ko");
    refuse(ClasseurDEssai.ordinaire().partie("xl/workbook.xml", "<workbook>" + "<a>".repeat(100_000)).octets(), "32 niveaux");
    refuse(ClasseurDEssai.ordinaire().partie("xl/workbook.xml", "<!DOCTYPE w [<!ENTITY a 'b'>]><workbook>&a;</workbook>").octets(), "DOCTYPE");
    refuse(ClasseurDEssai.ordinaire().partie("xl/worksheets/sheet1.xml",
        "<worksheet><sheetData>" + "<row/>".repeat(1_100_000) + "</sheetData></worksheet>").octets(), "lignes");
    ClasseurDEssai nombreux = ClasseurDEssai.ordinaire();
    IntStream.range(0, 3000).forEach(i -> nombreux.partie("p" + i, "x"));
    refuse(nombreux.octets(), "2 000 fichiers");
  }

  @Test
  void un_classeur_petit_qui_devient_enorme_est_refuse() {
    byte[] blancs = ("<worksheet><sheetData><row>" + ("<c a=\"" + "x".repeat(2000) + "\"/>").repeat(55_000) + "</row></sheetData></worksheet>")
        .getBytes(StandardCharsets.UTF_8);
    byte[] octets = ClasseurDEssai.ordinaire().partie("xl/worksheets/sheet1.xml", blancs).octets();
    assertThat(octets.length).isLessThan(300_000);
    refuse(octets, "une fois déplié");
  }

  @Test
  void un_guillemet_isole_ne_mange_pas_les_lignes_qui_le_suivent() {
    String suite =
        "Mme;ESSAIA;Carine;13/05/1993;3 rue du Pont\nMme;ESSAIB;Carine;14/05/1994;4 rue \"du Pont\"\nMme;ESSAIC;Carine;15/05/1995;\"5 rue du Pont\"\n";
    Tableau t =
        lire("Civilité;Nom;Prénom;Naissance;Adresse\nMme;VERNET;Alice;12/03/1985;12 rue des Lilas\nM.;COSTE;Bruno;02/07/1979;\"Les Tilleuls, 3 chemin du Lac\n" + suite);
    assertThat(t.rangees()).extracting(r -> r.valeurs().get(1)).containsExactly("VERNET", "COSTE", "ESSAIA", "ESSAIB", "ESSAIC");
    assertThat(t.rangees().get(1).valeurs().get(4)).isEqualTo("\"Les Tilleuls, 3 chemin du Lac");
    assertThat(t.rangees().get(4)).satisfies(r -> {
      assertThat(r.rang()).isEqualTo(6);
      assertThat(r.valeurs().get(4)).isEqualTo("5 rue du Pont");
    });
    assertThat(t.detail()).contains("un guillemet isolé (ligne 3)");
  }

  @Test
  void une_case_entre_guillemets_tient_des_lignes_des_separateurs_et_des_guillemets() {
    Tableau t =
        lire("Nom;Adresse;Ville\nDupont;\"12 rue du Pont\nbâtiment B; escalier \"\"C\"\"\" ;Privas\nDurand;\"Résidence \"Les Lilas\" 3\";Aubenas\n");
    assertThat(t.rangees()).hasSize(2);
    assertThat(t.rangees().get(0).valeurs()).containsExactly("Dupont", "12 rue du Pont\nbâtiment B; escalier \"C\"", "Privas");
    assertThat(t.rangees().get(1).valeurs()).containsExactly("Durand", "Résidence \"Les Lilas\" 3", "Aubenas");
    assertThat(t.rangees().get(1).rang()).isEqualTo(4);
  }

  @Test
  void une_adresse_de_plusieurs_lignes_tient_des_virgules_dans_un_fichier_a_virgules_et_un_titre_tient_deux_lignes() {
    Tableau t =
        lire("Nom,\"Prénom\n(usuel, s'il y en a)\",Naissance,Adresse\nX,Y,1980-01-01,\"12 rue A\nBât B, esc. 2, 3e étage\"\nZ,W,1981-01-01,\"4 rue B\nEsc. 2\"\n");
    assertThat(t.entetes()).hasSize(4);
    assertThat(t.rangees()).extracting(r -> r.valeurs().getLast()).containsExactly("12 rue A\nBât B, esc. 2, 3e étage", "4 rue B\nEsc. 2");
    assertThat(t.detail()).doesNotContain("isolé");
  }

  @Test
  void un_guillemet_isole_d_un_fichier_de_deux_colonnes_ne_mange_pas_la_ligne_qui_en_ouvre_un_autre() {
    Tableau t = lire("Nom;Adresse\nCOSTE;\"Les Tilleuls\nESSAIA;3 rue du Pont\nESSAIB;\"4 rue du Pont\"\n");
    assertThat(t.rangees()).extracting(r -> r.valeurs().getFirst()).containsExactly("COSTE", "ESSAIA", "ESSAIB");
    assertThat(t.detail()).contains("un guillemet isolé (ligne 2)");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 50_001, 100_000, 3_000_000})
  void des_guillemets_a_la_file_se_lisent_ou_se_refusent_avec_une_phrase(int nombre) {
    String csv = "Nom;Prénom\nDupont;" + "\"".repeat(nombre) + "\nDurand;Anne\n";
    try {
      assertThat(lire(csv).rangees()).extracting(r -> r.valeurs().get(0)).contains("Durand");
    } catch (RefusMetier refus) {
      assertThat(refus.getMessage()).endsWith(".");
    }
  }

  @Test
  void des_guillemets_mal_fermes_sans_nombre_ne_font_pas_tout_relire_a_chacun() {
    String csv = "Nom;Prénom\nDupont;" + "\"x\n".repeat(500_000);
    refuse(csv.getBytes(StandardCharsets.UTF_8), "1 000 guillemets");
  }

  @Test
  void lit_un_csv_en_utf_16_avec_ou_sans_sa_marque_et_ne_garde_aucun_caractere_nul() {
    String csv = "Nom;Prénom\nÉlu;Zoé\n";
    for (Charset c : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16)) {
      Tableau t = lire(csv.getBytes(c));
      assertThat(t.entetes()).as(c.name()).containsExactly("Nom", "Prénom");
      assertThat(t.rangees().getFirst().valeurs()).containsExactly("Élu", "Zoé");
      assertThat(t.detail()).contains("UTF-16");
    }
    assertThat(lire("No\0m;Pré\u0001nom\nDu\0pont;A\ud800nne\n").toString()).doesNotContain("\0", "\u0001");
    byte[] moitie = "Nom;P\nDupont;AXnne\n".getBytes(StandardCharsets.UTF_16LE);
    moitie[moitie.length - 9] = (byte) 0xd8;
    assertThat(lire(moitie).rangees().getFirst().valeurs().get(1)).endsWith("ne").matches("[^\\p{Cs}]*");
  }

  @Test
  void refuse_les_colonnes_les_cases_et_les_lignes_en_trop_et_dit_que_faire() {
    refuse(("Nom;Prénom" + ";x".repeat(300) + "\nA;B\n").getBytes(StandardCharsets.UTF_8),
        "plus de 200 colonnes (ligne 1). Copiez les colonnes qui servent");
    assertThat(lire("Nom;Prénom" + ";".repeat(2_000_000) + "\nA;B" + ";".repeat(2_000_000) + "\n").entetes()).containsExactly("Nom", "Prénom");
    refuse(("Nom;Prénom\nA;" + "x".repeat(40_000) + "\n").getBytes(StandardCharsets.UTF_8), "à la ligne 2, une case tient plus de 32 767 caractères");
    StringBuilder lignes = new StringBuilder("Nom;Prénom\n");
    IntStream.range(0, 50_001).forEach(i -> lignes.append('N').append(i).append(";A\n"));
    assertThatThrownBy(() -> lire(lignes.toString())).isInstanceOf(RefusMetier.class).hasMessageContaining("50\u202f000 lignes : découpez-le");
  }

  @Test
  void deux_fois_plus_de_lignes_au_meme_condense_font_deux_fois_plus_de_travail() {
    long un = Travail.de(() -> lire(memeCondense(4096)));
    long deux = Travail.de(() -> lire(memeCondense(8192)));
    assertThat(deux).isLessThan(un * 5 / 2);
  }

  /** Rows that Java's own hash takes for the same. */
  private static String memeCondense(int lignes) {
    StringBuilder csv = new StringBuilder("Nom;Prénom\n");
    IntStream.range(0, lignes).forEach(i -> {
      IntStream.range(0, 13).forEach(b -> csv.append((i >> b & 1) == 0 ? "Aa" : "BB"));
      csv.append(";A\n");
    });
    return csv.toString();
  }
}
