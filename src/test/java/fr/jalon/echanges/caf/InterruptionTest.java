package fr.jalon.echanges.caf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.demarrage.ConnexionPostgres;
import fr.jalon.demarrage.PostgresDeTest;
import fr.jalon.demo.generation.GrosFichier;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Loads in other JVMs: killed, two at once, short of memory. */
class InterruptionTest {
  private static final int FOYERS = Integer.getInteger("jalon.essais.gros", 12_000);
  private final List<String> dites = new ArrayList<>();
  private ConnexionPostgres connexion;
  private JdbcClient base;
  @TempDir
  Path dossier;

  @BeforeEach
  void une_base_neuve() {
    connexion = PostgresDeTest.nouvelleBaseMigree();
    base = JdbcClient.create(PostgresDeTest.dataSource(connexion));
  }

  @Test
  void un_chargement_tue_ne_laisse_rien_et_se_relance_puis_deux_chargements_a_la_fois_se_suivent() throws Exception {
    Path petit = dossier.resolve("petit.xml");
    Path gros = dossier.resolve("gros.xml");
    GrosFichier.ecrire(petit, "07", 50, 0);
    GrosFichier.ecrire(gros, "07", FOYERS, 1);
    finir(lancer(petit, "512m"));
    Map<String, String> avant = Guichet.photo(base);

    Process tue = lancer(gros, "512m");
    attendre(tue, "LUS " + 1000 * (1 + new Random().nextInt(FOYERS / 1000)));
    tue.destroyForcibly().waitFor();
    assertThat(Guichet.photo(base)).isEqualTo(avant);

    // the two at once: the second waits, then finds the file loaded; both say what became of the one that was killed
    Process un = lancer(gros, "256m");
    Process deux = lancer(gros, "256m");
    List<String> fins = List.of(finir(un), finir(deux));
    assertThat(fins).as("%s", dites).anySatisfy(f -> assertThat(f).startsWith("FINI CHARGE " + (FOYERS - 50) + " 0"))
        .anySatisfy(f -> assertThat(f).startsWith("FINI DEJA_CHARGE"));
    assertThat(base.sql("select statut, count(*) n from echanges.import where fichier = 'gros.xml' group by 1 order by 1")
        .query((l, _) -> l.getString(1) + l.getInt(2)).list())
        .contains("CHARGE1").noneMatch(s -> s.startsWith("EN_COURS")).anyMatch(s -> s.startsWith("INTERROMPU"));
    assertThat(base.sql("select count(*) from allocataires.foyer").query(Integer.class).single()).isEqualTo(FOYERS);
    assertThat(base.sql("select count(*) from (select foyer_id from allocataires.droit where jusqua = 'infinity' and oublie_le = 'infinity' group by 1 having count(*) > 1) x")
        .query(Integer.class).single()).isZero();
  }

  /** A child with the memory given. */
  private Process lancer(Path fichier, String memoire) throws IOException {
    return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + memoire, "-XX:TieredStopAtLevel=1",
        "-Dstdout.encoding=UTF-8",
        "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        ChargeurSepare.class.getName(), fichier.toString(),
        "--jalon.db.url=" + connexion.url(), "--jalon.db.user=" + connexion.utilisateur(), "--jalon.db.password=" + connexion.motDePasse(),
        "--jalon.departement=07",
        "--jalon.premier-compte=false", "--jalon.cle=ZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWk=", "--logging.level.root=error")
        .redirectErrorStream(true).start();
  }

  private void attendre(Process enfant, String mots) throws IOException {
    BufferedReader sortie = enfant.inputReader();
    for (String ligne = sortie.readLine(); ligne != null; ligne = sortie.readLine()) {
      dites.add(ligne);
      if (ligne.startsWith(mots)) {
        return;
      }
    }
    throw new AssertionError("« " + mots + " » n'a pas été dit, mais :\n" + String.join("\n", dites));
  }

  private String finir(Process enfant) throws Exception {
    String fin = null;
    for (String ligne : enfant.inputReader().lines().toList()) {
      dites.add(ligne);
      fin = ligne.startsWith("FINI") ? ligne : fin;
    }
    assertThat(enfant.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(fin).as("%s", dites).isNotNull();
    return fin;
  }
}
