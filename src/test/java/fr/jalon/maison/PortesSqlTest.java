package fr.jalon.maison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.demarrage.PostgresDeTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The doors of the database: what {@code MaisonTest} checks of Java, checked of SQL. A room writes its own tables, reads those below, and those
 * beside as long as nobody reads it in turn; it reads nothing above. What it wants of another it asks: a call, a function, or an interface that
 * the room above answers.
 */
class PortesSqlTest {
  /** What is not as it should be: each line a place and why it stands. It only gets shorter. */
  private static final Path TOLERES = Path.of("src/test/resources/portes-sql.txt");
  /** Where that list stands: lower it with the list, never raise it. */
  private static final int AU_PLUS = 6;
  private static Set<AccesSql> acces;

  @BeforeAll
  static void lire() throws IOException {
    acces = new SqlDesPieces(JdbcClient.create(PostgresDeTest.dataSource(PostgresDeTest.nouvelleBaseMigree()))).acces();
  }

  @Test
  void nulle_piece_n_ecrit_chez_les_autres_ni_ne_lit_au_dessus_d_elle_ni_en_rond() throws IOException {
    Set<String> fautes = acces.stream().filter(AccesSql::ecrit).map(AccesSql::toString).collect(Collectors.toCollection(TreeSet::new));
    acces.stream().filter(a -> a.monte() || enRond(a)).map(AccesSql::toString).forEach(fautes::add);
    List<String> liste = toleres();
    assertThat(fautes)
        .as("une porte d'une pièce plus basse : appel à sa racine, fonction de la base, ou interface que la pièce du dessus remplit (docs/architecture.md)")
        .isSubsetOf(liste);
    assertThat(liste).as("ce qui n'est plus : à retirer de " + TOLERES).isSubsetOf(fautes);
    assertThat(liste).as("la liste ne s'allonge pas").doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(AU_PLUS);
  }

  /** It sees what there is: without these, a reading that finds nothing would be taken for a house in order. */
  @Test
  void il_lit_java_les_indicateurs_et_le_catalogue() {
    assertThat(acces).anySatisfy(lu("orientation", "allocataires.personne", ".java")).anySatisfy(lu("indicateurs", "allocataires.place_de", ".sql"))
        .anySatisfy(lu("allocataires", "habilitations.peut", "fonction ")).anySatisfy(lu("echanges", "allocataires.doublon", ".java"))
        .anySatisfy(lu("orientation", "allocataires.personne", "clé "));
    assertThat(SqlDesPieces.ecritures("update  only a.b x set c = 1; delete from a.c; insert into a.d select * from a.e; merge into a.f; copy a.g (h) from stdin; truncate a.i, a.j",
        Set.of("a.b", "a.c", "a.d", "a.e", "a.f", "a.g", "a.i", "a.j"))).containsExactlyInAnyOrder("a.b", "a.c", "a.d", "a.f", "a.g", "a.i", "a.j");
  }

  private static java.util.function.Consumer<AccesSql> lu(String piece, String quoi, String ou) {
    return a -> assertThat(a).matches(x -> x.piece().equals(piece) && x.quoi().equals(quoi) && x.ou().contains(ou),
        piece + " lit " + quoi + " dans " + ou);
  }

  /** Two rooms of one level read each other, by others or not: the one that reads least is not down the other. */
  private static boolean enRond(AccesSql a) {
    Map<String, Set<String>> fleches = new TreeMap<>();
    acces.stream().filter(AccesSql::aCote).forEach(b -> fleches.computeIfAbsent(b.piece(), _ -> new TreeSet<>()).add(b.chez()));
    return a.aCote() && atteints(a.chez(), fleches).contains(a.piece()) && places(a.piece(), a.chez()) <= places(a.chez(), a.piece());
  }

  private static long places(String piece, String chez) {
    return acces.stream().filter(a -> a.piece().equals(piece) && a.chez().equals(chez)).count();
  }

  private static Set<String> atteints(String de, Map<String, Set<String>> fleches) {
    Set<String> vus = new TreeSet<>();
    Deque<String> reste = new ArrayDeque<>(fleches.getOrDefault(de, Set.of()));
    while (!reste.isEmpty()) {
      String p = reste.pop();
      if (vus.add(p)) {
        reste.addAll(fleches.getOrDefault(p, Set.of()));
      }
    }
    return vus;
  }

  /** A line is « piece lit|écrit schema.objet (place) : why ». */
  private static List<String> toleres() throws IOException {
    List<String> lignes = Files.readAllLines(TOLERES).stream().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
    assertThat(lignes).allSatisfy(l -> assertThat(l).matches(".+\\) : \\S.{10,}"));
    return lignes.stream().map(l -> l.substring(0, l.indexOf(") : ") + 1)).toList();
  }
}
