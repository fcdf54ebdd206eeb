package fr.jalon.demarrage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresEmbarqueTest {

    private final List<AutoCloseable> aFermer = new ArrayList<>();
    private JalonHome home;

    @BeforeEach
    void une_installation_neuve(TestInfo test) throws IOException {
        home = new JalonHome(Path.of("target/essais d'ici", test.getTestMethod().orElseThrow().getName()));
        new GrappePostgres(home, ReglagesPostgres.DURABLES, _ -> { }).arreter();
        home.vider();
        // the programs of the other tests: unpacking them each time would prove nothing
        PostgresDeTest.nouvelleBase();
        Path programmes = PostgresDeTest.DOSSIER.resolve("postgres/bin-18.6.0");
        Path ici = home.postgres().resolve("bin-18.6.0");
        if (Files.isDirectory(programmes) && Files.notExists(ici)) {
            copier(programmes, ici);
        }
    }

    @AfterEach
    void tout_arreter() throws Exception {
        for (AutoCloseable ressource : aFermer.reversed()) {
            ressource.close();
        }
        // killed processes leave their PostgreSQL behind
        new GrappePostgres(home, ReglagesPostgres.DURABLES, _ -> { }).arreter();
    }

    @Test
    void postgresql_demarre_durable_en_francais_et_ferme_aux_autres_machines() {
        var base = jdbc(ouvrir());
        assertThat(reglage(base, "fsync")).isEqualTo("on");
        assertThat(reglage(base, "synchronous_commit")).isEqualTo("on");
        assertThat(reglage(base, "full_page_writes")).isEqualTo("on");
        assertThat(reglage(base, "data_checksums")).isEqualTo("on");
        assertThat(reglage(base, "server_encoding")).isEqualTo("UTF8");
        assertThat(reglage(base, "listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(base.sql("select datlocale from pg_database where datname = current_database()")
                .query(String.class).single()).isEqualTo("fr-FR");
        assertThat(base.sql("select string_agg(m, ' ' order by m) from unnest(array['zoé', 'Étienne', 'eva', 'Fanny']) m")
                .query(String.class).single()).isEqualTo("Étienne eva Fanny zoé");
    }

    @Test
    void le_compte_de_l_application_possede_sa_base_sans_etre_superutilisateur() {
        var base = jdbc(ouvrir());
        for (String extension : List.of("pg_trgm", "unaccent", "pgcrypto", "btree_gist")) {
            base.sql("create extension " + extension).update();
        }
        base.sql("create role jalon_application").update();
        base.sql("create schema essai").update();
        base.sql("grant usage on schema essai to jalon_application").update();
        base.sql("grant jalon_application to jalon").update();
        assertThat(base.sql("select rolsuper from pg_roles where rolname = current_user").query(Boolean.class).single())
                .isFalse();
        // an accented letter is a letter: four trigrams, as for Zoe
        assertThat(base.sql("select cardinality(show_trgm('Zoé'))").query(Integer.class).single()).isEqualTo(4);
    }

    @Test
    void sans_mot_de_passe_personne_n_entre_et_les_fichiers_qui_le_disent_sont_prives() throws IOException {
        ConnexionPostgres connexion = ouvrir().connexion();
        var inconnu = JdbcClient.create(PostgresDeTest.dataSource(
                new ConnexionPostgres(connexion.url(), connexion.utilisateur(), "devine")));
        assertThatThrownBy(() -> inconnu.sql("select 1").query(Integer.class).single())
                .hasRootCauseMessage("FATAL: password authentication failed for user \"jalon\"");
        for (Path fichier : List.of(home.secretsPostgres(), home.adressePostgres())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fichier))).isEqualTo("rw-------");
        }
    }

    @Test
    void les_donnees_restent_apres_un_arret_et_le_second_demarrage_prend_moins_d_une_seconde() {
        PostgresEmbarque premier = ouvrir();
        jdbc(premier).sql("create table personne as select 'Zoé' as prenom").update();
        premier.close();
        assertThat(home.adressePostgres()).doesNotExist();
        long debut = System.nanoTime();
        PostgresEmbarque second = ouvrir();
        // 1 s on a quiet machine; the tests of others may be running on this one
        assertThat(Duration.ofNanos(System.nanoTime() - debut)).isLessThan(Duration.ofSeconds(5));
        assertThat(jdbc(second).sql("select prenom from personne").query(String.class).single()).isEqualTo("Zoé");
    }

    @Test
    void apres_un_kill_9_de_l_application_le_demarrage_suivant_arrete_l_orphelin_et_retrouve_les_donnees() {
        ProcessusJava tue = occupant();
        tue.attendre("PRET");
        long orphelin = pidDuPostmaster();
        tue.tuer();
        assertThat(ProcessHandle.of(orphelin)).as("PostgreSQL survit à son application").isPresent();
        PostgresEmbarque suivant = ouvrir();
        assertThat(suivant.demarreIci()).isTrue();
        assertThat(pidDuPostmaster()).isNotEqualTo(orphelin);
        assertThat(jdbc(suivant).sql("select 1").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void apres_un_kill_9_de_postgresql_le_demarrage_suivant_repare_et_ne_perd_rien_de_ce_qui_etait_ecrit() {
        PostgresEmbarque premier = ouvrir();
        jdbc(premier).sql("create table versement as select generate_series(1, 50000) as numero").update();
        ProcessHandle.of(pidDuPostmaster()).orElseThrow().destroyForcibly();
        premier.close();
        PostgresEmbarque second = ouvrir();
        assertThat(jdbc(second).sql("select count(*) from versement").query(Integer.class).single()).isEqualTo(50_000);
    }

    @Test
    void des_donnees_disparues_sous_un_serveur_ne_sont_pas_remplacees_par_une_installation_vide() throws Exception {
        PostgresEmbarque ici = ouvrir();
        jdbc(ici).sql("create table versement as select generate_series(1, 1000) as numero").update();
        var dit = new LinkedBlockingQueue<String>();
        Path ailleurs = home.postgres().resolve("ailleurs");
        Path donnees = home.donneesPostgres();
        ProcessHandle postmaster = ProcessHandle.of(pidDuPostmaster()).orElseThrow();
        Files.move(donnees, ailleurs);
        ici.veiller(new VeillePostgres.Cadence(List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1)), Duration.ofMinutes(10),
            Duration.ofSeconds(2)), dit::add);
        postmaster.destroyForcibly();
        assertThat(dit.poll(60, TimeUnit.SECONDS)).contains("s'est arrêté sans qu'on le lui demande");
        assertThat(dit.poll(60, TimeUnit.SECONDS)).contains("ses données ne sont plus dans").contains("remettez ce dossier");
        assertThat(donnees).doesNotExist();
        Files.move(ailleurs, donnees);
        String phrase = dit.poll(60, TimeUnit.SECONDS);
        while (phrase != null && phrase.contains("ne redémarre pas")) {
            phrase = dit.poll(60, TimeUnit.SECONDS);
        }
        assertThat(phrase).contains("de nouveau en marche");
        assertThat(jdbc(ouvrir()).sql("select count(*) from versement").query(Integer.class).single()).isEqualTo(1000);
    }

    @Test
    void postgresql_tue_est_remis_en_marche_a_la_meme_adresse_par_un_seul_des_processus_qui_s_en_servent() throws Exception {
        PostgresEmbarque ici = ouvrir();
        jdbc(ici).sql("create table versement as select generate_series(1, 1000) as numero").update();
        ProcessusJava autre = ProcessusJava.lancer(home, Occupant.class, "veiller");
        aFermer.add(autre);
        String adresse = autre.attendre("PRET");
        var dit = new LinkedBlockingQueue<String>();
        ici.veiller(VeillePostgres.Cadence.PATIENTE, dit::add);
        for (int mort = 0; mort < 2; mort++) {
            ProcessHandle.of(pidDuPostmaster()).orElseThrow().destroyForcibly();
            assertThat(dit.poll(60, TimeUnit.SECONDS)).contains("s'est arrêté sans qu'on le lui demande");
            String phraseIci = dit.poll(60, TimeUnit.SECONDS);
            autre.attendre("PostgreSQL s'est arrêté sans qu'on le lui demande");
            String phraseLa = autre.attendre("PostgreSQL est de nouveau en marche");
            assertThat(List.of(phraseIci, phraseLa)).allMatch(p -> p.startsWith("PostgreSQL est de nouveau en marche"))
                    .filteredOn(p -> p.contains("un autre Jalon l'a relancé")).as("un seul le relance").hasSize(1);
            assertThat("PRET " + PostgresEmbarque.adresseActuelle(ici.connexion().url())).isEqualTo(adresse);
            assertThat(jdbc(ici).sql("select count(*) from versement").query(Integer.class).single()).isEqualTo(1_000);
        }
        autre.prierDePartir();
        assertThat(autre.finir()).contains("PARTI");
        ici.close();
        assertThat(new Postmaster(home.donneesPostgres()).enMarche()).as("arrêté exprès, il le reste").isFalse();
        assertThat(dit).isEmpty();
    }

    @Test
    void un_postgresql_qui_ne_redemarre_pas_est_essaye_trois_fois_puis_jalon_dit_quoi_faire() throws Exception {
        PostgresEmbarque ici = ouvrir();
        var dit = new LinkedBlockingQueue<String>();
        ici.veiller(new VeillePostgres.Cadence(List.of(Duration.ZERO, Duration.ofMillis(10), Duration.ofMillis(20)),
                Duration.ofMinutes(10), Duration.ZERO), dit::add);
        Path reglages = home.donneesPostgres().resolve("jalon-local.conf");
        Files.writeString(reglages, "ce_reglage_n_existe_pas = oui\n");
        ProcessHandle.of(pidDuPostmaster()).orElseThrow().destroyForcibly();
        List<String> phrases = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            phrases.add(dit.poll(60, TimeUnit.SECONDS));
        }
        assertThat(phrases.getFirst()).contains("s'est arrêté sans qu'on le lui demande");
        assertThat(phrases.subList(1, 4)).extracting(p -> p.replaceAll(".*(essai \\d sur \\d).*", "$1"))
                .containsExactly("essai 1 sur 3", "essai 2 sur 3", "essai 3 sur 3");
        assertThat(phrases.getLast()).contains("n'essaie plus", "arrêtez Jalon et relancez-le", "log");
        assertThat(phrases).allSatisfy(p -> assertThat(p).hasLineCount(1));
        Files.delete(reglages);
        ici.close();
        assertThat(jdbc(ouvrir()).sql("select 1").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void un_numero_de_processus_repris_par_un_autre_programme_n_empeche_pas_de_demarrer() throws IOException {
        ouvrir().close();
        ProcessusJava autre = occupant();
        autre.attendre("PRET");
        autre.tuer();
        ProcessHandle.of(pidDuPostmaster()).orElseThrow().destroyForcibly();
        Path fichier = home.donneesPostgres().resolve("postmaster.pid");
        List<String> lignes = new ArrayList<>(Files.readAllLines(fichier));
        lignes.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(fichier, lignes);
        assertThat(jdbc(ouvrir()).sql("select 1").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void le_premier_parti_laisse_postgresql_a_celui_qui_s_en_sert_encore_et_le_dernier_l_arrete()
            throws IOException {
        ProcessusJava premier = occupant();
        String adresse = premier.attendre("PRET");
        ProcessusJava second = occupant();
        assertThat(second.attendre("PRET")).isEqualTo(adresse);
        premier.prierDePartir();
        assertThat(premier.finir()).contains("PARTI");
        PostgresEmbarque troisieme = ouvrir();
        assertThat(troisieme.demarreIci()).isFalse();
        assertThat("PRET " + troisieme.connexion().url()).isEqualTo(adresse);
        troisieme.close();
        assertThat(new Postmaster(home.donneesPostgres()).enMarche()).isTrue();
        second.prierDePartir();
        assertThat(second.finir()).contains("PARTI");
        assertThat(new Postmaster(home.donneesPostgres()).enMarche()).isFalse();
    }

    @Test
    void deux_premiers_demarrages_en_meme_temps_font_une_seule_installation() {
        ProcessusJava un = occupant();
        ProcessusJava deux = occupant();
        assertThat(un.attendre("PRET")).isEqualTo(deux.attendre("PRET"));
    }

    @Test
    void les_donnees_d_une_autre_version_de_postgresql_sont_refusees_par_une_phrase() throws IOException {
        Files.createDirectories(home.donneesPostgres());
        Files.writeString(home.donneesPostgres().resolve("PG_VERSION"), "15\n");
        Files.writeString(home.secretsPostgres(), "");
        assertThatThrownBy(this::ouvrir).isInstanceOf(DemarrageImpossible.class)
                .hasMessageContaining("PostgreSQL 15").hasMessageContaining("JALON_DB_URL");
    }

    @Test
    void effacer_repart_de_rien_mais_pas_sous_les_pieds_d_une_commande() {
        PostgresEmbarque premier = ouvrir();
        jdbc(premier).sql("create table personne ()").update();
        premier.close();
        PostgresEmbarque.effacer(home);
        assertThat(home.contientDesDonnees()).isFalse();
        ProcessusJava commande = occupant();
        commande.attendre("PRET");
        assertThatThrownBy(() -> PostgresEmbarque.effacer(home, Duration.ofMillis(300)))
                .isInstanceOf(DemarrageImpossible.class).hasMessageContaining("attendez qu'elle finisse");
        assertThat(home.contientDesDonnees()).isTrue();
    }

    private PostgresEmbarque ouvrir() {
        PostgresEmbarque postgres = PostgresEmbarque.ouvrir(home, _ -> { });
        aFermer.add(postgres);
        return postgres;
    }

    private ProcessusJava occupant() {
        ProcessusJava processus = ProcessusJava.lancer(home, Occupant.class);
        aFermer.add(processus);
        return processus;
    }

    private long pidDuPostmaster() {
        try {
            return Long.parseLong(Files.readAllLines(home.donneesPostgres().resolve("postmaster.pid")).getFirst().strip());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JdbcClient jdbc(PostgresEmbarque postgres) {
        return JdbcClient.create(PostgresDeTest.dataSource(postgres.connexion()));
    }

    private static String reglage(JdbcClient base, String nom) {
        return base.sql("select current_setting(?)").param(nom).query(String.class).single();
    }

    private static void copier(Path source, Path cible) throws IOException {
        try (var tout = Files.walk(source)) {
            for (Path element : (Iterable<Path>) tout::iterator) {
                Path copie = cible.resolve(source.relativize(element));
                Files.createDirectories(copie.getParent());
                Files.copy(element, copie, java.nio.file.LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
