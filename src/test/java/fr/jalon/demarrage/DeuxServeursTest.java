package fr.jalon.demarrage;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.jalon.Jalon;
import fr.jalon.habilitations.Navigateur;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Two servers, in processes of their own, on one PostgreSQL, as a Département of two million persons has. The last sentence kills the first one. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeuxServeursTest {
    private static final String CLE = Base64.getEncoder().encodeToString("une clé d'instance d'essai, pour deux serveurs".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    private static final String JETON = "un-jeton-de-supervision-d-essai";
    private static final String MOT_DE_PASSE = "le chat dort au soleil";
    private static final int AGENTS = 50;
    private static final List<ProcessusJava> LANCES = new ArrayList<>();
    private static JdbcClient base;
    private static int premier;
    private static int second;

    @BeforeAll
    static void deux_serveurs_sur_une_base() throws IOException {
        ConnexionPostgres acces = PostgresDeTest.nouvelleBaseMigree();
        base = JdbcClient.create(PostgresDeTest.dataSource(acces));
        premier = serveur("premier", acces);
        second = serveur("second", acces);
        base.sql("insert into habilitations.agent (identifiant, nom, role, mot_de_passe, partout) select 'agent.' || n, 'Camille ' || n, 'DIRECTION', ?, true from generate_series(1, ?) n")
            .params(new Argon2PasswordEncoder(16, 32, 1, 8, 1).encode(MOT_DE_PASSE), 10 + AGENTS).update();
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
        assertThat(la.poster("/mon-compte/sessions/fermer", Map.of()).headers().firstValue("Location")).as("le jeton de l'un sert sur l'autre").hasValueSatisfying(l ->
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
        assertThat(mesures).contains("jalon_pages_seconds_count{methode=\"GET\",page=\"/mon-compte\",statut=\"2xx\"}", "hikaricp_connections_active{pool=\"agents\"}",
            "jvm_memory_used_bytes", "jalon_travaux_en_attente 0.0", "jalon_travaux_reguliers_en_retard 0.0");
        assertThat(mesures).doesNotContain("dossier/12345", "agent.3", "Camille", "127.0.0.1");
    }

    @Test
    @Order(4)
    void un_serveur_tue_sous_cinquante_agents_personne_ne_retape_rien_et_le_travail_regulier_continue() throws Exception {
        List<Navigateur> agents = new ArrayList<>();
        // the first ones were made to wait, above
        for (int i = 10; i < 10 + AGENTS; i++) {
            agents.add(connecte(i, premier));
        }
        AtomicBoolean fini = new AtomicBoolean();
        AtomicInteger pages = new AtomicInteger();
        AtomicInteger apres = new AtomicInteger();
        ConcurrentLinkedQueue<String> dehors = new ConcurrentLinkedQueue<>();
        CountDownLatch debut = new CountDownLatch(AGENTS);
        AtomicBoolean tue = new AtomicBoolean();
        List<Thread> fils = agents.stream().map(a -> Thread.ofVirtual().start(() -> {
            while (!fini.get()) {
                HttpResponse<String> r = parLeRepartiteur(a);
                (tue.get() ? apres : pages).incrementAndGet();
                if (r.statusCode() != 200 || !r.uri().getPath().equals("/mon-compte")) {
                    dehors.add(r.statusCode() + " " + r.uri());
                }
                debut.countDown();
            }
        })).toList();
        debut.await();
        OffsetDateTime coupure = OffsetDateTime.now();
        LANCES.getFirst().tuer();
        tue.set(true);
        await().atMost(60, SECONDS).until(() -> apres.get() > 5 * AGENTS);
        fini.set(true);
        for (Thread fil : fils) {
            fil.join();
        }
        assertThat(pages.get()).isPositive();
        assertThat(dehors).isEmpty();
        await().atMost(60, SECONDS).until(() -> base.sql("select last_success > ? from travaux.ordre where task_name = 'oubli-de-la-porte'").param(coupure.plusSeconds(2)).query(Boolean.class)
            .optional().orElse(false));
    }

    /** The first server, or the other when it does not answer: what a load balancer does. */
    private static HttpResponse<String> parLeRepartiteur(Navigateur agent) {
        try {
            return agent.ouvrir("/mon-compte");
        } catch (UncheckedIOException _) {
            return agent.ailleurs(second).ouvrir("/mon-compte");
        }
    }

    private static Navigateur connecte(int numero, int port) {
        Navigateur n = new Navigateur(port);
        assertThat(n.connecter("agent." + numero, MOT_DE_PASSE).uri().getPath()).isNotEqualTo("/connexion");
        return n;
    }

    private static int serveur(String nom, ConnexionPostgres acces) throws IOException {
        JalonHome home = new JalonHome(Path.of("target/essais/deux-serveurs-" + nom));
        home.vider();
        ProcessusJava serveur = ProcessusJava.lancer(home, Jalon.class, List.of("-Djalon.db.url=" + acces.url(), "-Djalon.db.user=" + acces.utilisateur(),
            "-Djalon.db.password=" + acces.motDePasse(), "-Djalon.cle=" + CLE, "-Djalon.departement=07", "-Djalon.mesures.jeton=" + JETON, "-Djalon.travaux.porte=1s"), "serve", "--port", "0");
        LANCES.add(serveur);
        return Integer.parseInt(serveur.attendre("Jalon est en marche : ").replaceAll(".*http://[^:]+:(\\d+).*", "$1"));
    }
}
