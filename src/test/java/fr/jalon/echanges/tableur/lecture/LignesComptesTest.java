package fr.jalon.echanges.tableur.lecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.echanges.bornes.Bornes;
import fr.jalon.echanges.tableur.domaine.Correspondance;
import fr.jalon.echanges.tableur.domaine.Inventaire;
import fr.jalon.echanges.tableur.domaine.LectureDeLigne;
import fr.jalon.echanges.tableur.domaine.Tableau;
import fr.jalon.socle.RefusMetier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines in the file = lines accounted for, always: nobody vanishes in a spreadsheet without a word. */
class LignesComptesTest {
  private static final int FICHIERS = Integer.getInteger("jalon.mutants", 600);

  private static Tableau lire(String csv) {
    return LectureDeFichier.lire(csv.getBytes(StandardCharsets.UTF_8), Bornes.ORDINAIRES);
  }

  private static List<String> noms(Tableau t) {
    int nom = t.entetes().indexOf("Nom");
    return t.rangees().stream().map(r -> r.valeurs().get(nom)).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void un_guillemet_ouvert_et_jamais_ferme_ne_fait_disparaitre_personne(String fin) {
    String csv = "Civilité;Nom;Prénom;Date de naissance;Téléphone;Adresse;Code postal;Commune" + fin
        + "Mme;VERNET;Alice;12/03/1985;0612000001;12 rue des Lilas;07000;Privas" + fin
        + "M.;COSTE;Bruno;02/07/1979;0612000002;\"Les Tilleuls, 3 chemin du Lac;07200;Aubenas" + fin
        + IntStream.range(0, 6).mapToObj(i -> "Mme;ESSAI" + (char) ('A' + i) + ";Carine;1" + i + "/05/1993;061200000" + i + ";" + i
        + " rue du Pont;07200;Aubenas" + fin)
            .reduce("", String::concat);
    Tableau t = lire(csv);
    assertThat(noms(t)).containsExactly("VERNET", "COSTE", "ESSAIA", "ESSAIB", "ESSAIC", "ESSAID", "ESSAIE", "ESSAIF");
    assertThat(t.rangees().get(1).valeurs()).contains("\"Les Tilleuls, 3 chemin du Lac", "07200", "Aubenas");
    assertThat(t.inventaire()).extracting(Inventaire::lignes, Inventaire::titres, Inventaire::personnes).containsExactly(9, 1, 8);
  }

  @Test
  void deux_guillemets_isoles_dans_deux_lignes_ne_cachent_pas_celles_qui_sont_entre_eux() {
    String titres = "Nom;Prénom;Naissance;Téléphone;Adresse;Code postal;Commune\n";
    String un = "COSTE;Bruno;02/07/1979;0612000002;\"Les Tilleuls;07200;Aubenas\n";
    String entre = "ESSAIA;Carine;13/05/1993;0612000003;3 rue du Pont;07200;Aubenas\n";
    // the second quote ends a cell of the same column, of an earlier one, of the first, of the last
    for (String deux : List.of("ESSAIB;Carine;14/05/1994;0612000004;4 rue du Pont\";07200;Aubenas\n",
        "ESSAIB;Carine\";14/05/1994;0612000004;4 rue du Pont;07200;Aubenas\n",
        "ESSAIB\";Carine;14/05/1994;0612000004;4 rue du Pont;07200;Aubenas\n",
        "ESSAIB;Carine;14/05/1994;0612000004;4 rue du Pont;07200;Aubenas\"\n")) {
      assertThat(lire(titres + un + deux).rangees()).as(deux).hasSize(2);
      assertThat(lire(titres + un + entre + deux).rangees()).as(deux).hasSize(3);
    }
    assertThat(lire("Nom;Prénom;Commune\nDUPONT;Anne;\"Privas\nDURAND;Zoé;Aubenas\"\n").rangees()).hasSize(2);
    assertThat(lire("Nom;Prénom\nDUPONT;\"Anne\nDURAND;Zoé\"\n").rangees()).hasSize(2);
    assertThat(lire("Nom,Prénom,Adresse\nDUPONT,Anne,\"3 rue\nDURAND,Zoé,4 rue\"\n").rangees()).hasSize(2);
  }

  @Test
  void une_case_sur_plusieurs_lignes_en_reste_une_et_se_dit() {
    Tableau t =
        lire("Nom;\"Prénom\n(usuel)\";Adresse;Ville\nDUPONT;Anne;\"12 rue du Pont\nbâtiment B\n3e étage\";Privas\nDURAND;Zoé;\"4 rue\";Aubenas\n");
    assertThat(noms(t)).containsExactly("DUPONT", "DURAND");
    assertThat(t.rangees().getFirst().valeurs()).containsExactly("DUPONT", "Anne", "12 rue du Pont\nbâtiment B\n3e étage", "Privas");
    assertThat(t.inventaire().suites()).isEqualTo(3);
    assertThat(t.detail()).contains("une case sur plusieurs lignes à la ligne 3");
  }

  @Test
  void un_titre_au_dessus_des_titres_est_laisse_et_se_dit() {
    Tableau t =
        LectureDeFichier.lire("Export du logiciel du 12/05/2025;;;\n;;;\nNom;Prénom;Date de naissance;Téléphone\nESSAITITRE;ANNE;12/02/1990;0612340061\n"
        .getBytes(Charset.forName("windows-1252")), Bornes.ORDINAIRES);
    assertThat(t.entetes()).containsExactly("Nom", "Prénom", "Date de naissance", "Téléphone");
    assertThat(noms(t)).containsExactly("ESSAITITRE");
    assertThat(t.rangees().getFirst().rang()).isEqualTo(4);
    assertThat(t.inventaire().parts()).containsExactly("1 ligne au-dessus des titres", "1 ligne de titres", "1 ligne vide", "1 ligne de personne");
    assertThat(t.inventaire().ligneDesTitres()).isEqualTo(3);
    // a title that holds commas says nothing of the separator, one of one word that is also a header is not the headers
    assertThat(noms(lire("Liste, au 12/05/2025, de la Maison, des solidarités\nOrientation\nNom;Prénom\nDUPONT;Anne\n"))).containsExactly("DUPONT");
  }

  @Test
  void des_titres_repetes_au_milieu_ne_sont_pas_une_personne() {
    Tableau t = lire("Nom;Prénom\nDUPONT;Anne\nNom;Prénom\nDURAND;Zoé\n");
    assertThat(noms(t)).containsExactly("DUPONT", "DURAND");
    assertThat(t.inventaire().titres()).isEqualTo(2);
  }

  @Test
  void l_agent_dit_ou_sont_les_titres_quand_aucun_n_est_connu() {
    byte[] csv = "Liste;du jour\nColonne A;Colonne B\nDUPONT;Anne\n".getBytes(StandardCharsets.UTF_8);
    Tableau t = LectureDeFichier.lire(csv, Bornes.ORDINAIRES, new Tableau.Choix(null, 2));
    assertThat(t.entetes()).containsExactly("Colonne A", "Colonne B");
    assertThat(t.rangees()).hasSize(1);
    assertThatThrownBy(() -> LectureDeFichier.lire(csv, Bornes.ORDINAIRES, new Tableau.Choix(null, 9)))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("LIGNE_DES_TITRES")).hasMessageContaining("ligne 9");
  }

  @Test
  void une_ligne_qui_a_plus_de_cases_que_de_titres_est_dite_et_non_decalee_sans_un_mot() {
    Tableau t = lire("Nom;Prénom;Adresse;Commune\nDUPONT;Anne;3 rue A; bâtiment B;Privas\nDURAND;Zoé;4 rue;Aubenas;;\n");
    LectureDeLigne lecture = new LectureDeLigne(Correspondance.deviner(t.entetes()), LocalDate.of(2025, 9, 15), t.entetes().size(), false);
    Tableau.Rangee decalee = t.rangees().getFirst();
    assertThat(decalee.enTrop()).containsExactly("Privas");
    List<String> toutes = new ArrayList<>(decalee.valeurs());
    toutes.addAll(decalee.enTrop());
    assertThat(lecture.lire(toutes).erreurs()).singleElement().satisfies(e -> assertThat(e.phrase()).contains("1 case de trop"));
    assertThat(t.rangees().get(1).enTrop()).isEmpty();
  }

  /** Her last cell is blank: nothing is beyond the headers but the blank itself, and her address has moved all the same. */
  @Test
  void une_seule_ligne_plus_longue_que_les_autres_est_dite_meme_si_sa_derniere_case_est_vide() {
    Tableau t =
        lire("Nom;Prénom;Adresse;Commune;Tél\nDUPONT;Anne;1 place; de la Mairie;Privas;\nDURAND;Zoé;4 rue;Aubenas;\nPETIT;Luc;5 rue;Privas;0475\n");
    assertThat(t.rangees()).extracting(r -> r.enTrop().size()).containsExactly(1, 0, 0);
    // a separator at the end of every row is how some write their files
    assertThat(lire("Nom;Prénom\nDUPONT;Anne;\nDURAND;Zoé;\nPETIT;Luc;\n").rangees()).allSatisfy(r -> assertThat(r.enTrop()).isEmpty());
  }

  @Test
  void des_fichiers_faits_au_hasard_rendent_compte_de_chaque_ligne_et_de_chaque_personne() {
    int personnes = 0;
    for (int graine = 0; graine < FICHIERS; graine++) {
      FichierAuHasard f = new FichierAuHasard(graine);
      Tableau t = LectureDeFichier.lire(f.octets(), Bornes.ORDINAIRES);
      Inventaire i = t.inventaire();
      assertThat(i.lignes()).as("lignes du fichier %d :%n%s", graine, f).isEqualTo(f.lignes());
      assertThat(i.vides() + i.avant() + i.titres() + i.suites() + i.doublons() + i.personnes()).as("fichier %d", graine).isEqualTo(i.lignes());
      assertThat(t.rangees()).as("fichier %d", graine).hasSize(i.personnes());
      assertThat(noms(t)).as("personnes du fichier %d :%n%s", graine, f).containsExactlyElementsOf(f.noms());
      personnes += f.noms().size();
    }
    assertThat(personnes).isGreaterThan(FICHIERS);
  }

  /**
   * A CSV as ten pieces of software and as many hands would write it: any separator, line end and encoding, titles, blanks, quotes well and badly
   * closed.
   */
  private static final class FichierAuHasard {
    private static final List<String> ADRESSES = List.of("12 rue du Pont", "\"12 rue du Pont\"", "\"Les Tilleuls, 3 chemin du Lac",
        "3 rue du \"Lac\"", "Les Tilleuls\"", "\"Rés. \"\"A\"\"\"",
        "\"12 rue du Pont§bâtiment B\"", "\"bâtiment C§§3e étage\"", "", "\"\"", "\"");
    private final Random hasard;
    private final StringBuilder texte = new StringBuilder();
    private final List<String> noms = new ArrayList<>();
    private final Charset lettres;
    private int lignes;

    FichierAuHasard(int graine) {
      hasard = new Random(graine);
      String separateur = List.of(";", ",", "\t").get(hasard.nextInt(3));
      String fin = List.of("\n", "\r\n", "\r").get(hasard.nextInt(3));
      lettres = List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.UTF_16).get(hasard.nextInt(3));
      if (hasard.nextInt(3) == 0) {
        ligne("Export du " + hasard.nextInt(28) + "/05/2025", fin);
      }
      vides(separateur, fin);
      ligne(String.join(separateur, "Nom", "Prénom", "Date de naissance", "Adresse", "Code postal", "Commune"), fin);
      int n = 1 + hasard.nextInt(12);
      for (int p = 0; p < n; p++) {
        vides(separateur, fin);
        String adresse = ADRESSES.get(hasard.nextInt(ADRESSES.size()));
        if (separateur.equals(",")) {
          adresse = adresse.replace(", ", " ");
        }
        String nom = "NOM" + graine + "X" + p;
        noms.add(nom);
        String ligne = String.join(separateur, nom, "Zoé", "12/04/1980", adresse, "07000", "Privas");
        String[] morceaux = ligne.split("§", -1);
        for (int m = 0; m < morceaux.length; m++) {
          boolean derniere = p == n - 1 && m == morceaux.length - 1;
          ligne(morceaux[m], derniere && hasard.nextBoolean() ? "" : fin);
        }
        if (p < n - 1 && hasard.nextInt(6) == 0 && !ligne.contains("§")) {
          ligne(ligne, fin);
        }
      }
    }

    private void vides(String separateur, String fin) {
      while (hasard.nextInt(5) == 0) {
        ligne(hasard.nextBoolean() ? "" : separateur.repeat(5), fin);
      }
    }

    private void ligne(String contenu, String fin) {
      texte.append(contenu).append(fin);
      lignes++;
    }

    byte[] octets() {
      return texte.toString().getBytes(lettres);
    }

    int lignes() {
      return lignes;
    }

    List<String> noms() {
      return noms;
    }

    @Override
    public String toString() {
      return texte.toString().replace("\r", "⏎\r");
    }
  }

  @Test
  void un_classeur_dit_sa_feuille_ses_dates_et_les_feuilles_qu_il_ne_lit_pas() throws IOException {
    byte[] octets = classeur("Lisez-moi", new Object[][] {{"Export du logiciel", "Version 3"}, {"Ne pas modifier", null}}, "Usagers",
        new Object[][] {{"Liste au 12/05/2025"}, {"Nom", "Prénom", "Date de naissance"}, {"TESTFEUILLE", "ALINE", LocalDate.of(1985, 3, 12)},
        {null, null, null}, {"AUTRE", "ANNE", null}});
    Tableau t = LectureDeFichier.lire(octets, Bornes.ORDINAIRES);
    assertThat(t.inventaire().feuille()).isEqualTo("Usagers");
    assertThat(t.inventaire().feuillesNonLues()).containsExactly("Lisez-moi");
    assertThat(t.rangees().getFirst().valeurs()).containsExactly("TESTFEUILLE", "ALINE", "12/03/1985");
    assertThat(t.inventaire()).extracting(Inventaire::lignes, Inventaire::avant, Inventaire::titres, Inventaire::personnes,
        Inventaire::ligneDesTitres).containsExactly(4, 1, 1, 2, 2);
    Tableau autre = LectureDeFichier.lire(octets, Bornes.ORDINAIRES, new Tableau.Choix("Lisez-moi", 1));
    assertThat(autre.entetes()).containsExactly("Export du logiciel", "Version 3");
    assertThat(autre.inventaire().feuillesNonLues()).containsExactly("Usagers");
    assertThatThrownBy(() -> LectureDeFichier.lire(octets, Bornes.ORDINAIRES, new Tableau.Choix("Bénéficiaires", 1)))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("FEUILLE")).hasMessageContaining("« Bénéficiaires »");
  }

  @Test
  void une_ligne_dont_on_ne_sait_plus_ou_elle_est_fait_refuser_tout_le_fichier() {
    assertThat(new Inventaire(3, 0, 0, 1, 0, 0, 2, 1, null, List.of(), false).parts()).containsExactly("1 ligne de titres", "2 lignes de personnes");
    for (int personnes : new int[] {1, 3}) {
      assertThatThrownBy(() -> new Inventaire(3, 0, 0, 1, 0, 0, personnes, 1, null, List.of(), false)).as("%d personnes pour 2 lignes", personnes)
          .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("LIGNES_PERDUES"));
    }
  }

  @Test
  void un_classeur_du_calendrier_1904_donne_les_memes_dates_avec_ou_sans_leur_style() throws IOException {
    byte[] octets = classeur("Usagers", new Object[][] {{"Nom", "Prénom", "Date de naissance", "Ouverture des droits"},
        {"TESTMAC", "ALINE", LocalDate.of(1981, 3, 11), 29656}});
    ClasseurDEssai mac = ClasseurDEssai.de(octets);
    String classeur = new String(mac.parties().get("xl/workbook.xml"), StandardCharsets.UTF_8);
    mac.partie("xl/workbook.xml", classeur.contains("<workbookPr") ? classeur.replaceAll("<workbookPr[^>]*>", "<workbookPr date1904=\"1\"/>")
        : classeur.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));
    Tableau t = LectureDeFichier.lire(mac.octets(), Bornes.ORDINAIRES);
    assertThat(t.inventaire().calendrier1904()).isTrue();
    assertThat(t.rangees().getFirst().valeurs()).containsExactly("TESTMAC", "ALINE", "12/03/1985", "29656");
    LectureDeLigne lecture = new LectureDeLigne(Correspondance.deviner(t.entetes()), LocalDate.of(2025, 9, 15), 4, true);
    assertThat(lecture.lire(t.rangees().getFirst().valeurs()).personne().ouvertureDuDroit()).isEqualTo(LocalDate.of(1985, 3, 12));
  }

  /** Sheets: a name, then its rows. */
  private static byte[] classeur(Object... feuilles) throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (Workbook classeur = new Workbook(octets, "essai", "1.0")) {
      for (int f = 0; f < feuilles.length; f += 2) {
        Worksheet feuille = classeur.newWorksheet((String) feuilles[f]);
        Object[][] rangees = (Object[][]) feuilles[f + 1];
        for (int l = 0; l < rangees.length; l++) {
          for (int c = 0; c < rangees[l].length; c++) {
            switch (rangees[l][c]) {
              case null -> { }
              case LocalDate jour -> {
                feuille.value(l, c, jour);
                feuille.style(l, c).format("dd/mm/yyyy").set();
              }
              case Number nombre -> feuille.value(l, c, nombre);
              default -> feuille.value(l, c, rangees[l][c].toString());
            }
          }
        }
      }
    }
    return octets.toByteArray();
  }
}
