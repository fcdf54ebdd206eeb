package fr.jalon.maison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.demarrage.PostgresDeTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * « In which foyer is she, what is her right, where does she live » has one answer, {@code allocataires.place_au} and {@code place_de}, and the
 * codes of the payer one name each. A query that would choose a foyer by an ordering of its own, or compare with a code, fails here.
 */
class PlaceUniqueTest {
  private static final String REGLE = "R__place_des_personnes.sql";
  /** The last version written before this rule: it is applied, and what it wrote is written again since. */
  private static final int AVANT = 550;
  /** Where the codes of the payer are known: what reads its files, what writes those of the demonstration, and the two places that name them. */
  private static final List<String> CODES = List.of("fr/jalon/echanges/caf/flux/", "fr/jalon/demo/generation/",
      "fr/jalon/allocataires/EtatDuDroit.java", REGLE);
  private static final String CODE = "(?:[0-6]|ABSENT)";
  /** A state compared with a code, in SQL and in Java. */
  private static final List<Pattern> COMPARAISONS = List.of(
      Pattern.compile("(?i)\\betat(?:_droit)?\\s*(?:=|<>|!=|in\\s*\\(|not\\s+in\\s*\\(|is\\s+(?:not\\s+)?distinct\\s+from)\\s*'" + CODE + "'"),
      Pattern.compile("(?i)\\bcase\\s+(?:\\w+\\.)?etat\\s+when\\s+'" + CODE + "'"),
      Pattern.compile("\"" + CODE + "\"\\s*\\.equals\\(\\s*[\\w.]*[eE]tat"),
      Pattern.compile("[eE]tat\\w*(?:\\(\\))?\\s*\\.equals\\(\\s*\"" + CODE + "\""),
      Pattern.compile("(?s)switch\\s*\\([^)]*[eE]tat[^{]*\\{\\s*case\\s+\"" + CODE + "\""));
  private static final Pattern MEMBRE = Pattern.compile("\\ballocataires\\.membre\\b");
  private static final Pattern ADRESSE = Pattern.compile("\\b(?:from|join)\\s+allocataires\\.adresse\\b");
  /** What chooses among her places: the right of the foyer, one row kept of several, an order. */
  private static final Pattern CHOIX =
      Pattern.compile("(?i)\\ballocataires\\.droit\\b|\\blimit\\s+1\\b|\\bdistinct\\s+on\\b|\\brow_number\\b|\\bfetch\\s+first\\b");

  /** How many times a file names the places of persons beside what could choose among them, each read: none answers « where is she ». */
  private static final Map<String, Integer> RELUS = Map.ofEntries(
      // every right she ever had, from when to when: ends, starts, what was already known; no foyer is chosen
      Map.entry("ConnaissanceDesPersonnes.java", 3), Map.entry("RendreLAttente.java", 1), Map.entry("PersonnesAPurger.java", 3),
          Map.entry("POP-VARIATION.sql", 2),
      Map.entry("ENT-SORTIES.sql", 1),
      // who stands for a foyer: the question the other way round
      Map.entry("ALL-MOYEN.sql", 1), Map.entry("ALL-MONTANT.sql", 1), Map.entry("PersonnesDUnImport.java", 2),
      // all that is known of the foyers she was in, shown or told with its dates
      Map.entry("LectureDuDossier.java", 4), Map.entry("LectureDesFaits.java", 1), Map.entry("DonneesDesAllocataires.java", 1),
      // what a file or a spreadsheet writes and finds again
      // whether any file ever spoke of her
      Map.entry("R__hors_rsa.sql", 1),
      Map.entry("Faits.java", 1), Map.entry("Annuaire.java", 3), Map.entry("SuitesDuLot.java", 1), Map.entry("PersonnesConnues.java", 5),
          Map.entry("PersonnesDuTableur.java", 7), Map.entry("TenirLesFiches.java", 2),
      // whether she was soumise aux droits et devoirs before her right ended, and when she no longer was
      Map.entry("SortiesDuFichier.java", 3), Map.entry("soumises_dans_l_annee.sql", 1),
      // names of tables
      Map.entry("Atelier.java", 1), Map.entry("BenchPagesCommande.java", 1), Map.entry("R__chiffres_tenus.sql", 1));
  /** The same for addresses: what is said of a foyer that is not chosen here. */
  private static final Map<String, Integer> ADRESSES_RELUES = Map.ofEntries(
      // what changed in a file, what a spreadsheet wrote
      Map.entry("PersonnesDUnImport.java", 2), Map.entry("PersonnesDuTableur.java", 2), Map.entry("SuitesDuLot.java", 1),
      // the addresses of a commune that moves to another territory
      Map.entry("R__perimetre_des_personnes.sql", 1),
      // the commune that most dossiers of a measure live in
      Map.entry("BenchPagesCommande.java", 1));

  @Test
  void nul_ne_compare_l_etat_d_un_droit_a_un_code_de_la_caisse() {
    Set<String> fautes = new TreeSet<>();
    sources(true).filter(p -> CODES.stream().noneMatch(p.toString()::contains)).forEach(p -> COMPARAISONS.forEach(c -> c.matcher(texte(p)).results()
        .forEach(r -> fautes.add(p.getFileName() + " : " + r.group()))));
    assertThat(fautes).as("dire l'état par allocataires.est_verse, est_suspendu, est_ouvert, est_vivant, est_ferme (%s), ou par EtatDuDroit", REGLE)
        .isEmpty();
  }

  @Test
  void nul_ne_choisit_le_foyer_d_une_personne_a_sa_facon() {
    assertThat(comptes(MEMBRE, CHOIX))
        .as("demander la place d'une personne à allocataires.place_au ou place_de ; un fichier relu, où rien n'est choisi, se dit ici")
        .containsExactlyInAnyOrderEntriesOf(RELUS);
  }

  @Test
  void nul_ne_choisit_l_adresse_d_une_personne_a_sa_facon() {
    assertThat(comptes(ADRESSE, ADRESSE)).as("demander l'adresse du foyer de sa place à allocataires.adresse_au")
        .containsExactlyInAnyOrderEntriesOf(ADRESSES_RELUES);
  }

  @Test
  void aucune_fonction_de_la_base_ne_le_fait_non_plus() {
    JdbcClient base = JdbcClient.create(PostgresDeTest.dataSource(PostgresDeTest.nouvelleBaseMigree()));
    Set<String> fautes = new TreeSet<>();
    base.sql("""
        select n.nspname || '.' || p.proname as nom, p.prosrc as corps from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname !~ '^(pg_|information_schema|public)' and p.prokind = 'f'""").query((l, _) -> Map.entry(l.getString("nom"), l.getString("corps"))).list()
        .stream().filter(f -> !f.getKey().matches("allocataires\\.(est_\\w+|etat_du_droit|rang_de_la_place|place_au|verses_au|place_de|adresse_au)"))
        // the list of what changes, in texts; the perimeter written on every row, in one order a table
        .filter(f -> !Set.of("pilotage.suivre_les_tables", "allocataires.diffuser_perimetre").contains(f.getKey())).forEach(f -> {
          if (COMPARAISONS.stream().anyMatch(c -> c.matcher(f.getValue()).find())) {
            fautes.add(f.getKey() + " compare à un code");
          }
          if (Pattern.compile("\\bmembre\\b").matcher(f.getValue()).find() && Pattern.compile("(?i)\\bdroit\\b|\\blimit\\s+1\\b|\\bdistinct\\s+on\\b")
              .matcher(f.getValue()).find()) {
            fautes.add(f.getKey() + " choisit un foyer");
          }
        });
    assertThat(fautes).isEmpty();
  }

  /** By file, how many times it names the first, among those that hold the second. */
  private static Map<String, Integer> comptes(Pattern nomme, Pattern avec) {
    Map<String, Integer> comptes = new TreeMap<>();
    sources(false).filter(p -> !p.endsWith(REGLE)).forEach(p -> {
      String texte = texte(p);
      int fois = (int) nomme.matcher(texte).results().map(MatchResult::group).count();
      if (fois > 0 && avec.matcher(texte).find()) {
        comptes.merge(p.getFileName().toString(), fois, Integer::sum);
      }
    });
    return comptes;
  }

  /** Sources, pages, indicators, and the migrations that are written now; the versions too when asked, from this rule on. */
  private static Stream<Path> sources(boolean versions) {
    try (Stream<Path> tous = Files.walk(Path.of("src/main"))) {
      return tous.filter(p -> p.toString().matches(".*\\.(java|jte|sql)")).filter(p -> {
        var version = Pattern.compile("/V(\\d+)__[^/]*$").matcher(p.toString());
        return !version.find() || versions && Integer.parseInt(version.group(1)) >= AVANT;
      }).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without the comments of SQL. */
  private static String texte(Path p) {
    try {
      return Files.readString(p).replaceAll("(?m)(?<=^|\\s)-- .*$", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
