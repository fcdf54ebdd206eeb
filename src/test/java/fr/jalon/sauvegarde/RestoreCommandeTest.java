package fr.jalon.sauvegarde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.demarrage.BaseDuHome;
import fr.jalon.demarrage.ConnexionPostgres;
import fr.jalon.demarrage.DemarrageImpossible;
import fr.jalon.demarrage.JalonHome;
import fr.jalon.demarrage.MaisonDEssai;
import fr.jalon.demarrage.PostgresDeTest;
import fr.jalon.echanges.Attente;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.FichierChiffre;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** A restoration that fails, whatever the reason, leaves what was there: the data, the letters, the key, the backup itself, the tables of others. */
class RestoreCommandeTest {
  private static final FichierChiffre CHIFFRE = new FichierChiffre(new Chiffrement(Base64.getDecoder().decode(AllerRetour.CLE)));
  private static final String AUTRE_CLE = Base64.getEncoder().encodeToString("la clé d'une tout autre instance".getBytes(StandardCharsets.UTF_8));
  private Path dossier;
  private Path instance;
  private ConnexionPostgres source;
  private JdbcClient base;
  private Path cle;

  @BeforeEach
  void une_instance_ou_vit_une_personne_et_une_lettre() throws Exception {
    dossier = Files.createTempDirectory(Path.of("target"), "restaurer-").toAbsolutePath();
    instance = Files.createDirectories(dossier.resolve("instance"));
    source = PostgresDeTest.nouvelleBaseMigree();
    base = JdbcClient.create(PostgresDeTest.dataSource(source));
    base.sql("insert into structures.departement (code, nom) values ('07', 'Ardèche')").update();
    personne(1, "TIFOUR");
    Files.createDirectories(instance.resolve("courriers"));
    Files.createDirectories(instance.resolve("depots"));
    Files.writeString(instance.resolve("courriers/lot-1.pdf.chiffre"), "la lettre d'hier");
    cle = Files.writeString(dossier.resolve("cle-gardee-ailleurs"), AllerRetour.CLE);
  }

  private void personne(long id, String nom) {
    base.sql("insert into allocataires.personne (id, nom, prenom, recherche, creee_le) values (?, ?, 'SOPHIE', '', now())").params(id, nom).update();
  }

  private Path sauvegarder(String nom) {
    Path fichier = dossier.resolve(nom);
    new Sauvegarder(PostgresDeTest.dataSource(source), new Chiffrement(Base64.getDecoder().decode(AllerRetour.CLE)), instance,
        new StandardEnvironment(), new JsonMapper(), Clock.systemUTC()).vers(fichier);
    return fichier;
  }

  /** The same backup, which says something else of itself. */
  private Path enDisant(Path sauvegarde, String nom, UnaryOperator<Manifeste> autrement) throws Exception {
    Path fichier = dossier.resolve(nom);
    try (OutputStream sortie = CHIFFRE.ecrire(fichier); ZipOutputStream zip = new ZipOutputStream(sortie, StandardCharsets.UTF_8)) {
      new LectureDeSauvegarde(CHIFFRE, sauvegarde).parcourir((entree, contenu) -> {
        zip.putNextEntry(new ZipEntry(entree));
        zip.write(entree.equals(Manifeste.ENTREE) ? new JsonMapper()
            .writeValueAsBytes(autrement.apply(new JsonMapper().readValue(contenu.readAllBytes(), Manifeste.class))) : contenu.readAllBytes());
        zip.closeEntry();
      });
    }
    return fichier;
  }

  private static int restaurer(JalonHome home, Map<String, Object> reglages, Object... mots) throws Exception {
    RestoreCommande commande = new RestoreCommande();
    new CommandLine(commande).parseArgs(Stream.of(mots).map(String::valueOf).toArray(String[]::new));
    return commande.restaurer(home, reglages(reglages));
  }

  private static ConfigurableEnvironment reglages(Map<String, Object> reglages) {
    StandardEnvironment environnement = new StandardEnvironment();
    environnement.getPropertySources().addFirst(new MapPropertySource("essai", reglages));
    return environnement;
  }

  private static Map<String, Object> externe(ConnexionPostgres base) {
    return Map.of("jalon.db.url", base.url(), "jalon.db.user", base.utilisateur(), "jalon.db.password", base.motDePasse());
  }

  private static List<String> noms(JalonHome home) {
    try (BaseDuHome ouverte = BaseDuHome.pourRestaurer(home, reglages(Map.of()), false)) {
      return JdbcClient.create(PostgresDeTest.dataSource(ouverte.presente())).sql("select nom from allocataires.personne order by nom")
          .query(String.class).list();
    }
  }

  @Test
  void remplacer_n_efface_rien_tant_que_la_sauvegarde_n_est_pas_remise_en_entier() throws Exception {
    JalonHome home = MaisonDEssai.vide("restauration");
    Path lettre = home.dossier().resolve("courriers/lot-1.pdf.chiffre");
    try {
      Files.writeString(home.dossier().resolve("cle"), AUTRE_CLE);
      Path hier = sauvegarder("hier");
      assertThat(restaurer(home, Map.of(), hier, "--cle", cle)).isZero();
      assertThat(noms(home)).containsExactly("TIFOUR");
      assertThat(Files.readString(home.dossier().resolve("cle"))).isEqualTo(AllerRetour.CLE);
      assertThat(Files.readString(home.dossier().resolve("cle.remplacee-1"))).as("la clé d'avant, que personne ne retrouverait").isEqualTo(AUTRE_CLE);
      assertThatThrownBy(() -> restaurer(home, Map.of(), hier)).hasMessageContaining("contient déjà des données");

      personne(2, "NDIAYE");
      Files.delete(instance.resolve("courriers/lot-1.pdf.chiffre"));
      Files.writeString(instance.resolve("courriers/lot-2.pdf.chiffre"), "la lettre du jour");
      Path jour = sauvegarder("jour");
      // of a Jalon to come
      Path demain = enDisant(jour, "demain", m ->
          new Manifeste(m.format(), "9999", m.departement(), m.faiteLe(), m.tables(), m.sequences(), m.fichiers()));
      assertThatThrownBy(() -> restaurer(home, Map.of(), demain, "--remplacer")).isInstanceOf(DemarrageImpossible.class)
          .hasMessageContaining("version plus récente de Jalon").hasMessageContaining("Rien n'a été changé");
      // that stops when all seemed done
      Path fausse = enDisant(jour, "fausse", m ->
          new Manifeste(m.format(), m.migration(), m.departement(), m.faiteLe(), m.tables().stream().map(t -> t.nom().equals("allocataires.personne")
          ? new Manifeste.Table(t.nom(), t.colonnes(), 3, t.octets(), t.sha256()) : t).toList(), m.sequences(), m.fichiers()));
      assertThatThrownBy(() -> restaurer(home, Map.of(), fausse, "--remplacer")).isInstanceOf(DemarrageImpossible.class)
          .hasMessageContaining("devait compter 3 lignes");
      assertThat(noms(home)).containsExactly("TIFOUR");
      assertThat(lettre).hasContent("la lettre d'hier");
      assertThat(Files.list(lettre.getParent())).as("rien n'est posé pour un tout qui n'est pas venu").containsExactly(lettre);

      // the backup was copied in the very folder whose data it replaces
      Path dedans = Files.move(jour, home.dossier().resolve("jour"));
      Path parmiLesLettres = Files.copy(dedans, home.dossier().resolve("courriers/jour"));
      assertThatThrownBy(() -> restaurer(home, Map.of(), parmiLesLettres, "--remplacer"))
          .hasMessageContaining("parmi les fichiers que --remplacer efface");
      assertThat(parmiLesLettres).exists();
      assertThat(restaurer(home, Map.of(), dedans, "--remplacer")).isZero();
      assertThat(noms(home)).containsExactly("NDIAYE", "TIFOUR");
      assertThat(dedans).exists();
      assertThat(Files.list(lettre.getParent()).map(f -> f.getFileName().toString())).containsExactly("lot-2.pdf.chiffre");
    } finally {
      MaisonDEssai.arreter(home);
    }
  }

  @Test
  void une_base_externe_ou_vit_une_autre_application_est_refusee_et_reste_comme_elle_est() throws Exception {
    ConnexionPostgres partagee = PostgresDeTest.nouvelleBase();
    JdbcClient paie = JdbcClient.create(PostgresDeTest.dataSource(partagee));
    paie.sql("create schema paie").update();
    paie.sql("create table paie.agent as select 'Dupont' as nom").update();
    Path fichier = sauvegarder("externe");
    JalonHome home = new JalonHome(dossier.resolve("vide"));
    assertThatThrownBy(() -> restaurer(home, externe(partagee), fichier, "--cle", cle)).isInstanceOf(DemarrageImpossible.class)
        .hasMessageContaining("« paie.agent »", "Rien n'a été changé");
    assertThat(paie.sql("select nom from paie.agent").query(String.class).list()).containsExactly("Dupont");
    assertThat(paie.sql("select count(*) from pg_namespace where nspname = 'allocataires'").query(Integer.class).single()).isZero();
  }

  @Test
  void la_sauvegarde_ne_prend_que_les_tables_de_jalon_et_toutes() {
    List<String> deJalon =
        base.sql("select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables where schemaname !~ '^(pg_|information_schema)'")
            .query(String.class).list();
    base.sql("create table public.paie (nom text)").update();
    base.sql("create schema autre").update();
    base.sql("create table autre.chose (nom text)").update();
    Path fichier = dossier.resolve("partagee");
    Manifeste m = new Sauvegarder(PostgresDeTest.dataSource(source), new Chiffrement(Base64.getDecoder().decode(AllerRetour.CLE)), instance,
        new StandardEnvironment(), new JsonMapper(), Clock.systemUTC()).vers(fichier);
    assertThat(m.tables()).extracting(Manifeste.Table::nom).containsExactlyInAnyOrderElementsOf(deJalon);
  }

  @Test
  void restaurer_dans_une_base_externe_ne_remplace_pas_la_cle_d_une_autre_instance() throws Exception {
    ConnexionPostgres vide = PostgresDeTest.nouvelleBase();
    JalonHome home = new JalonHome(Files.createDirectories(dossier.resolve("maison-d-une-autre")));
    Files.writeString(home.dossier().resolve("cle"), AUTRE_CLE);
    Path fichier = sauvegarder("cle");
    assertThatThrownBy(() -> restaurer(home, externe(vide), fichier, "--cle", cle)).isInstanceOf(DemarrageImpossible.class)
        .hasMessageContaining("garde une autre clé");
    assertThat(home.dossier().resolve("cle")).hasContent(AUTRE_CLE);
    Map<String, Object> avecSaCle = new java.util.HashMap<>(externe(vide));
    avecSaCle.put("jalon.cle", AllerRetour.CLE);
    assertThat(restaurer(home, avecSaCle, fichier)).isZero();
    assertThat(home.dossier().resolve("cle")).hasContent(AUTRE_CLE);
    assertThat(JdbcClient.create(PostgresDeTest.dataSource(vide)).sql("select nom from allocataires.personne").query(String.class).list())
        .containsExactly("TIFOUR");
  }

  @Test
  void un_fichier_retenu_accepte_et_charge_pendant_la_sauvegarde_y_est_quand_meme() throws Exception {
    Path depot = Files.writeString(instance.resolve("depots/0a1b.depot"), "un fichier retenu");
    List<Path> faite = new ArrayList<>();
    CompletableFuture<Void> pendant;
    try (Connection autre = PostgresDeTest.dataSource(source).getConnection()) {
      autre.setAutoCommit(false);
      autre.createStatement().execute("lock table structures.territoire in access exclusive mode");
      pendant = CompletableFuture.runAsync(() -> faite.add(sauvegarder("pendant")));
      // the tables are being read: what they show is already decided
      Attente.jusquA("la lecture des tables", () ->
          base.sql("select count(*) from pg_locks where relation = 'structures.territoire'::regclass and not granted")
              .query(Integer.class).single() == 1);
      Files.delete(depot);
      autre.rollback();
    }
    pendant.join();
    assertThat(new LectureDeSauvegarde(CHIFFRE, faite.getFirst()).verifier().fichiers()).extracting(Manifeste.Fichier::nom)
        .contains("depots/0a1b.depot", "courriers/lot-1.pdf.chiffre");
  }

  @Test
  void des_lettres_rangees_sur_un_autre_disque_par_un_lien_sont_dans_la_sauvegarde() throws Exception {
    Path disque = Files.createDirectories(dossier.resolve("autre-disque"));
    Files.move(instance.resolve("courriers/lot-1.pdf.chiffre"), disque.resolve("lot-1.pdf.chiffre"));
    Files.delete(instance.resolve("courriers"));
    Files.createSymbolicLink(instance.resolve("courriers"), disque);
    assertThat(new FichiersDuHome(instance, _ -> null).presents()).containsOnlyKeys("courriers/lot-1.pdf.chiffre");
  }

  @Test
  void une_sauvegarde_ne_se_cache_pas_dans_le_dossier_de_jalon_derriere_un_lien() throws Exception {
    Files.createSymbolicLink(dossier.resolve("ailleurs"), instance);
    assertThatThrownBy(() -> sauvegarder("ailleurs/jour")).isInstanceOf(DemarrageImpossible.class).hasMessageContaining("dans le dossier de Jalon");
  }
}
