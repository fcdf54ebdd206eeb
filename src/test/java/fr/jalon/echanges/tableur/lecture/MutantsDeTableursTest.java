package fr.jalon.echanges.tableur.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.echanges.bornes.Bornes;
import fr.jalon.echanges.bornes.Travail;
import fr.jalon.echanges.caf.Mutations;
import fr.jalon.echanges.tableur.domaine.Correspondance;
import fr.jalon.echanges.tableur.domaine.LectureDeLigne;
import fr.jalon.echanges.tableur.domaine.Tableau;
import fr.jalon.socle.RefusMetier;
import fr.jalon.diagnostic.domaine.Themes;
import fr.jalon.echanges.tableur.domaine.Cases;
import fr.jalon.echanges.tableur.domaine.Champ;
import fr.jalon.echanges.tableur.domaine.GenreDeTableur;
import fr.jalon.echanges.tableur.domaine.LectureDeContact;
import fr.jalon.echanges.tableur.domaine.LectureDeFrein;
import fr.jalon.echanges.tableur.domaine.LectureHorsRsa;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.List;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens to a spreadsheet: read, or refused in a sentence; within a budget of memory; never a crash. {@code -Djalon.mutants=10000} for all.
 */
class MutantsDeTableursTest {
  private static final Themes THEMES = Themes.lire(
      "referentiels: [{a_partir_du: 2025-01-01, themes: [{code: MOBILITE, libelle: Mobilité}]}]", null).getFirst();
  private static final int MUTANTS = Integer.getInteger("jalon.mutants", 600);
  private static final long BUDGET = 96L << 20;
  private static final String CSV =
      "Nom;Prénom;Date de naissance;NIR;Téléphone;Adresse\nÉlu;Zoé;12/04/1980;2800407186001;0611223344;\"12 rue du Pont\nbâtiment B\"\n"
      + "Dupont;Jean;1/1/70;;+33611223345;\"Rés. \"\"A\"\"\"\n";

  @Test
  void des_mutants_se_lisent_ou_se_refusent_avec_une_phrase_dans_un_budget_de_memoire() throws IOException {
    ClasseurDEssai classeur = ClasseurDEssai.de(classeur());
    List<byte[]> csv = List.of(CSV.getBytes(StandardCharsets.UTF_8), CSV.getBytes(StandardCharsets.UTF_16LE),
        CSV.getBytes(Charset.forName("windows-1252")));
    int lus = 0;
    int refuses = 0;
    long pire = 0;
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = switch (i % 4) {
        case 0 -> i % 8 == 0 ? Mutations.gonfler(csv.get(i % 3), i) : Mutations.muter(csv.get(i % 3), i);
        case 1 -> Mutations.muter(classeur.octets(), i);
        default -> unePartie(classeur, i);
      };
      boolean[] lu = {false};
      try {
        long travail = Travail.de(() -> lu[0] = lire(mutant));
        assertThat(travail).as("travail du mutant %d", i).isLessThan(BUDGET);
        pire = Math.max(pire, travail);
      } catch (RuntimeException | Error e) {
        throw new AssertionError("Le mutant " + i + " fait échouer la lecture", e);
      }
      lus += lu[0] ? 1 : 0;
      refuses += lu[0] ? 0 : 1;
    }
    System.out.printf("%d mutants de tableurs : %d lus, %d refusés ; au plus %d ko alloués%n", MUTANTS, lus, refuses, pire >> 10);
    assertThat(lus).isPositive();
    assertThat(refuses).isPositive();
  }

  /** @return false when it is refused, with a sentence */
  private static boolean lire(byte[] octets) {
    try {
      Tableau t = LectureDeFichier.lire(octets, Bornes.ORDINAIRES);
      LectureDeLigne lecture = new LectureDeLigne(Correspondance.deviner(t.entetes()), LocalDate.of(2025, 9, 30));
      for (Tableau.Rangee r : t.rangees()) {
        assertThat(r.valeurs()).hasSameSizeAs(t.entetes());
        lecture.lire(r.valeurs()).erreurs().forEach(e -> assertThat(e.phrase()).endsWith("."));
        reprendre(r);
      }
      return true;
    } catch (RefusMetier refus) {
      assertThat(refus.getMessage()).matches("(?s)[A-ZÀ-Ý].{20,}\\.");
      return false;
    }
  }

  /** The same cells, taken for those of what a former tool knew: never more than a sentence for each. */
  private static void reprendre(Tableau.Rangee r) {
    LocalDate jour = LocalDate.of(2025, 9, 30);
    for (GenreDeTableur genre : GenreDeTableur.values()) {
      Map<Champ, Integer> colonnes = new EnumMap<>(Champ.class);
      genre.champs().forEach(c -> colonnes.put(c, (c.ordinal() + r.rang()) % Math.max(1, r.valeurs().size())));
      Cases cases = new Cases(new Correspondance(colonnes), r.valeurs(), false);
      LectureDeContact.lire(cases, jour);
      new LectureDeFrein(THEMES, jour).lire(cases);
      LectureHorsRsa.lire(cases, Map.of("JEUNE", "Jeune"), jour);
      cases.erreurs().forEach(e -> assertThat(e.phrase()).endsWith("."));
    }
  }

  private static byte[] unePartie(ClasseurDEssai modele, int graine) {
    List<String> noms = new ArrayList<>(modele.parties().keySet());
    String nom = noms.get(new Random(graine).nextInt(noms.size()));
    ClasseurDEssai mutant = ClasseurDEssai.de(modele.octets());
    byte[] partie = mutant.parties().get(nom);
    if (partie.length > 0) {
      mutant.partie(nom, graine % 3 == 0 ? Mutations.gonfler(partie, graine) : Mutations.muter(partie, graine));
    }
    return mutant.octets();
  }

  private static byte[] classeur() throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (Workbook classeur = new Workbook(octets, "essai", "1.0")) {
      Worksheet feuille = classeur.newWorksheet("Personnes");
      String[] titres = {"Nom", "Prénom", "Date de naissance", "NIR", "Téléphone"};
      for (int c = 0; c < titres.length; c++) {
        feuille.value(0, c, titres[c]);
      }
      for (int l = 1; l < 6; l++) {
        feuille.value(l, 0, "Nom" + l);
        feuille.value(l, 1, "Zoé");
        feuille.value(l, 2, LocalDate.of(1980, 4, l));
        feuille.value(l, 3, "280040718600" + l);
        feuille.value(l, 4, 611223344 + l);
      }
    }
    return octets.toByteArray();
  }
}
