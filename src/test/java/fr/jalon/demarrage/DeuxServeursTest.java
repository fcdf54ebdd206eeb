package fr.jalon.demarrage;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.jalon.Jalon;
import fr.jalon.habilitations.Navigateur;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Two servers, in processes of their own, on one PostgreSQL, as a Département of two million persons has. The last sentence kills one of them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeuxServeursTest {
    private static final String CLE = Base64.getEncoder()
        .encodeToString("une clé d'instance d'essai, pour deux serveurs".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    private static final String JETON = "un-jeton-de-supervision-d-essai";
    private static final String MOT_DE_PASSE = "le chat dort au soleil";
    private static final int AGENTS = 50;
    private static final int LIGNES = 120;
    private static final List<ProcessusJava> LANCES = new ArrayList<>();
    private static ConnexionPostgres acces;
    private static JdbcClient base;
    private static int premier;
    private static int second;

    @BeforeAll
    static void deux_serveurs_sur_une_base() throws IOException {
        acces = PostgresDeTest.nouvelleBaseMigree();
        base = JdbcClient.create(PostgresDeTest.dataSource(acces));
        premier = serveur("premier", acces);
        second = serveur("second", acces);
        base.sql("insert into habilitations.agent (identifiant, nom, role, mot_de_passe, partout) select 'agent.' || n, 'Camille ' || n, 'DIRECTION', ?, true from generate_series(1, ?) n")
            .params(new Argon2PasswordEncoder(16, 32, 1, 8, 1).encode(MOT_DE_PASSE), 10 + AGENTS).update();
        base.sql("update habilitations.agent set role = 'ALLOCATION' where identifiant = 'agent.4'").update();
    }

    @AfterAll
    static void tout_arreter() {
        LANCES.forEach(ProcessusJava::close);
    }

    @Test
    @Order(1)
    void camille_entre_sur_l_un_et_continue_sur_l_autre_un_formulaire_et_la_sortie_compris() {
        Navigateur ici = connecte(1, premier);
        ici.ouvrir("/mon-compte");
        Navigateur la = ici.ailleurs(second);
        assertThat(la.poster("/mon-compte/sessions/fermer", Map.of()).headers().firstValue("Location")).as("le jeton de l'un sert sur l'autre")
            .hasValueSatisfying(l ->
            assertThat(l).endsWith("/mon-compte"));
        assertThat(ici.ouvrir("/mon-compte").body()).as("et ce qui était à dire aussi").contains("Vos autres sessions sont fermées");
        la.ouvrir("/mon-compte");
        la.suivre(la.poster("/deconnexion", Map.of()));
        assertThat(ici.ouvrir("/mon-compte").uri().getPath()).isEqualTo("/connexion");
    }

    @Test
    @Order(2)
    void dix_essais_rates_sont_dix_essais_sur_deux_serveurs_comme_sur_un() {
        int attend = 0;
        for (int i = 0; i < 12; i++) {
            HttpResponse<String> r = new Navigateur(i % 2 == 0 ? premier : second, "127.0.0.1").connecter("agent.2", "ce n'est pas le sien");
            attend += r.body().contains("Trop d'essais") ? 1 : 0;
        }
        assertThat(attend).isEqualTo(2);
    }

    @Test
    @Order(3)
    void la_supervision_lit_des_mesures_qui_ne_nomment_personne_et_qui_n_a_pas_le_jeton_rien() {
        Navigateur passant = new Navigateur(second);
        passant.lire("/dossier/12345");
        assertThat(passant.lire("/sante/mesures").statusCode()).isEqualTo(401);
        assertThat(passant.lire("/sante/mesures", "Authorization", "Bearer un-autre-jeton-de-supervision").statusCode()).isEqualTo(401);
        connecte(3, second).ouvrir("/mon-compte");
        String mesures = passant.lire("/sante/mesures", "Authorization", "Bearer " + JETON).body();
        assertThat(mesures).contains("jalon_pages_seconds_count{methode=\"GET\",page=\"/mon-compte\",statut=\"2xx\"}",
            "hikaricp_connections_active{pool=\"agents\"}",
            "jvm_memory_used_bytes", "jalon_travaux_en_attente 0.0", "jalon_travaux_reguliers_en_retard 0.0");
        assertThat(mesures).doesNotContain("dossier/12345", "agent.3", "Camille", "127.0.0.1");
    }

    @Test
    @Order(4)
    void un_serveur_tue_sous_cinquante_agents_personne_ne_retape_rien_et_aucun_travail_n_est_perdu_ni_fait_deux_fois() throws Exception {
        long tableur = deposer(connecte(4, premier));
        OffsetDateTime coupure;
        int reste;
        // somebody holds a row: its persons are recorded, what each row gave is not written yet
        try (Connection tenue = PostgresDeTest.dataSource(acces).getConnection(); Statement s = tenue.createStatement()) {
            tenue.setAutoCommit(false);
            s.execute("select from echanges.tableur_ligne where tableur_id = " + tableur + " and rang = 60 for update");
            Navigateur quiEnregistre = connecte(4, premier);
            quiEnregistre.ouvrir("/imports/tableur/" + tableur);
            quiEnregistre.poster("/imports/tableur/" + tableur + "/enregistrer", Map.of());
            await().atMost(30, SECONDS).until(() -> enregistrees() == LIGNES);
            int victime = quiTravaille();
            reste = victime == 0 ? second : premier;
            coupure = tuerSousCinquanteAgents(victime, victime == 0 ? premier : second, reste);
            assertThat(lignes()).containsExactly("A_FAIRE " + LIGNES);
        }
        await().atMost(60, SECONDS).until(() -> base.sql("select etat from travaux.travail").query(String.class).single().equals("FINI"));
        assertThat(base.sql("select tentatives from travaux.travail").query(Integer.class).single()).isEqualTo(2);
        assertThat(enregistrees()).isEqualTo(LIGNES);
        assertThat(base.sql("select count(*) from echanges.import").query(Integer.class).single()).isEqualTo(1);
        assertThat(lignes()).as("déjà à jour : la seconde fois n'a rien créé").containsExactly("A_JOUR " + LIGNES);
        assertThat(connecte(4, reste).ouvrir("/imports/tableur").body()).contains("survivantes.csv", "Enregistré");
        await().atMost(60, SECONDS).until(() -> base.sql("select last_success > ? from travaux.ordre where task_name = 'oubli-de-la-porte'")
            .param(coupure.plusSeconds(2)).query(Boolean.class)
            .optional().orElse(false));
    }

    /** @return when it was killed */
    private static OffsetDateTime tuerSousCinquanteAgents(int victime, int sonPort, int reste) throws InterruptedException {
        List<Navigateur> agents = new ArrayList<>();
        // the first ones were made to wait, above
        for (int i = 10; i < 10 + AGENTS; i++) {
            agents.add(connecte(i, sonPort));
        }
        AtomicBoolean fini = new AtomicBoolean();
        AtomicInteger pages = new AtomicInteger();
        AtomicInteger apres = new AtomicInteger();
        ConcurrentLinkedQueue<String> dehors = new ConcurrentLinkedQueue<>();
        CountDownLatch debut = new CountDownLatch(AGENTS);
        AtomicBoolean tue = new AtomicBoolean();
        List<Thread> fils = agents.stream().map(a -> Thread.ofVirtual().start(() -> {
            while (!fini.get()) {
                HttpResponse<String> r = parLeRepartiteur(a, reste);
                (tue.get() ? apres : pages).incrementAndGet();
                if (r.statusCode() != 200 || !r.uri().getPath().equals("/mon-compte")) {
                    dehors.add(r.statusCode() + " " + r.uri());
                }
                debut.countDown();
            }
        })).toList();
        debut.await();
        OffsetDateTime coupure = OffsetDateTime.now();
        LANCES.get(victime).tuer();
        tue.set(true);
        await().atMost(60, SECONDS).until(() -> apres.get() > 5 * AGENTS);
        fini.set(true);
        for (Thread fil : fils) {
            fil.join();
        }
        assertThat(pages.get()).isPositive();
        assertThat(dehors).isEmpty();
        return coupure;
    }

    /** The server of his session, or the other when it does not answer: what a load balancer does. */
    private static HttpResponse<String> parLeRepartiteur(Navigateur agent, int reste) {
        try {
            return agent.ouvrir("/mon-compte");
        } catch (UncheckedIOException _) {
            return agent.ailleurs(reste).ouvrir("/mon-compte");
        }
    }

    /** A spreadsheet of persons whose columns are matched. @return its number */
    private static long deposer(Navigateur agent) {
        agent.ouvrir("/imports/tableur");
        String csv = IntStream.range(0, LIGNES).mapToObj(i -> "SURVIVANTE;Ana%c%c;%02d/05/1980".formatted('a' + i / 26, 'a' + i % 26, 1 + i % 28))
            .collect(Collectors.joining("\n", "Nom;Prénom;Date de naissance\n", "\n"));
        String colonnes = agent.suivre(agent.deposer("/imports/tableur", "fichier", "survivantes.csv", csv)).uri().getPath();
        agent.poster(colonnes, List.of(Map.entry("_csrf", agent.jeton()), Map.entry("champ", "NOM"), Map.entry("champ", "PRENOM"),
            Map.entry("champ", "NAISSANCE"), Map.entry("parcours", "")));
        return Long.parseLong(colonnes.replaceAll("\\D+", ""));
    }

    private static int enregistrees() {
        return base.sql("select count(*) from allocataires.personne where nom = 'SURVIVANTE'").query(Integer.class).single();
    }

    private static List<String> lignes() {
        return base.sql("select statut || ' ' || count(*) from echanges.tableur_ligne group by statut").query(String.class).list();
    }

    /** Rank of the server that has the job, by the name it keeps in its home. */
    private static int quiTravaille() throws IOException {
        String nom = base.sql("select serveur from travaux.travail").query(String.class).single();
        return Files.readString(home("premier").dossier().resolve("nom-du-serveur")).strip().equals(nom) ? 0 : 1;
    }

    private static JalonHome home(String nom) {
        return new JalonHome(Path.of("target/essais/deux-serveurs-" + nom));
    }

    private static Navigateur connecte(int numero, int port) {
        Navigateur n = new Navigateur(port);
        assertThat(n.connecter("agent." + numero, MOT_DE_PASSE).uri().getPath()).isNotEqualTo("/connexion");
        return n;
    }

    private static int serveur(String nom, ConnexionPostgres acces) throws IOException {
        JalonHome home = home(nom);
        home.vider();
        ProcessusJava serveur = ProcessusJava.lancer(home, Jalon.class,
            List.of("-Djalon.db.url=" + acces.url(), "-Djalon.db.user=" + acces.utilisateur(),
            "-Djalon.db.password=" + acces.motDePasse(), "-Djalon.cle=" + CLE, "-Djalon.departement=07", "-Djalon.mesures.jeton=" + JETON,
            "-Djalon.travaux.porte=1s", "-Djalon.travaux.battement=1s"), "serve", "--port", "0");
        LANCES.add(serveur);
        return Integer.parseInt(serveur.attendre("Jalon est en marche : ").replaceAll(".*http://[^:]+:(\\d+).*", "$1"));
    }
}
