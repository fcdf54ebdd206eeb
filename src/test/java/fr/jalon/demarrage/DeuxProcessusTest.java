package fr.jalon.demarrage;

import static org.assertj.core.api.Assertions.assertThat;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import fr.jalon.Jalon;
import fr.jalon.habilitations.Navigateur;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** The application in processes of its own, as a person starts it from a terminal. */
class DeuxProcessusTest {

    private final JalonHome home = new JalonHome(Path.of("target/essais/deux-processus"));
    private final GrappePostgres grappe = new GrappePostgres(home, ReglagesPostgres.DURABLES, _ -> { });
    private final List<ProcessusJava> lances = new ArrayList<>();

    @BeforeEach
    void une_installation_neuve() throws IOException {
        grappe.arreter();
        home.vider();
    }

    @AfterEach
    void tout_arreter() throws IOException {
        lances.forEach(ProcessusJava::close);
        grappe.arreter();
    }

    @Test
    void un_seul_serveur_mais_les_commandes_travaillent_a_cote_de_lui_et_sans_lui() throws IOException {
        ProcessusJava serveur = jalon("serve", "--port", "0");
        String adresse = serveur.attendre("Jalon est en marche : ").replaceAll(".*(http://\\S+).*", "$1");
        String port = grappe.connexion("jalon").url().replaceAll(".*:(\\d+)/.*", "$1");

        ProcessusJava second = jalon("serve", "--port", "0");
        assertThat(second.finir()).isEmpty();
        assertThat(second.plaintes()).isEqualTo("Jalon est déjà en marche sur ces données : " + adresse + " (dossier « "
                + home.dossier() + " »).");
        assertThat(second.code()).isEqualTo(1);

        ProcessusJava toutEffacer = jalon("entrainement");
        toutEffacer.finir();
        assertThat(toutEffacer.plaintes()).startsWith("Jalon est déjà en marche sur ces données");
        assertThat(toutEffacer.code()).isEqualTo(1);

        ProcessusJava aCote = jalon("essai", "base", "bonjour", "--code", "7");
        assertThat(aCote.finir()).isEqualTo("bonjour " + port);
        assertThat(aCote.code()).isEqualTo(7);
        assertThat(grappe.enMarche()).isTrue();

        postgresqlMeurtEtLesPagesReviennent(adresse);

        serveur.tuer();
        assertThat(grappe.enMarche()).as("PostgreSQL survit à son application").isTrue();
        ProcessusJava reprise = jalon("serve", "--port", "0");
        reprise.attendre("Jalon est en marche : ");
        reprise.interrompre();
        reprise.finir();
        assertThat(grappe.enMarche()).isFalse();

        ProcessusJava sansServeur = jalon("essai", "base", "bonsoir");
        assertThat(sansServeur.finir()).startsWith("bonsoir ").hasLineCount(1);
        assertThat(sansServeur.code()).isZero();
        assertThat(grappe.enMarche()).isFalse();
    }

    /** It cannot start again for a while: the server says so on each page, at once; then it starts it, and the pages come back. */
    private void postgresqlMeurtEtLesPagesReviennent(String adresse) throws IOException {
        String page = adresse + "/r/ABCD-EFGH-JKLM";
        int avant = demander(page).statusCode();
        assertThat(avant).isNotIn(500, 503);
        assertThat(demander(adresse + "/sante/pret").statusCode()).isEqualTo(200);
        JdbcClient.create(PostgresDeTest.dataSource(grappe.connexion("jalon")))
            .sql("insert into habilitations.agent (identifiant, nom, role, mot_de_passe, partout) values ('camille', 'Camille', 'DIRECTION', ?, true)")
            .param(new Argon2PasswordEncoder(16, 32, 1, 8, 1).encode("le chat dort au soleil")).update();
        Navigateur camille = new Navigateur(Integer.parseInt(adresse.replaceAll(".*:", "")));
        assertThat(camille.connecter("camille", "le chat dort au soleil").uri().getPath()).isNotEqualTo("/connexion");
        Path pid = home.donneesPostgres().resolve("postmaster.pid");
        String tue = Files.readAllLines(pid).getFirst().strip();
        Path reglages = home.donneesPostgres().resolve("jalon-local.conf");
        Files.writeString(reglages, "ce_reglage_n_existe_pas = oui\n");
        ProcessHandle.of(Long.parseLong(tue)).orElseThrow().destroyForcibly();
        await().atMost(30, SECONDS).until(() -> demander(adresse + "/sante/pret").statusCode() == 503);
        assertThat(demander(adresse + "/sante").statusCode()).as("le serveur vit").isEqualTo(200);
        HttpResponse<String> refusee = demander(page);
        assertThat(refusee.statusCode()).isEqualTo(503);
        assertThat(refusee.headers().firstValue("Retry-After")).contains("60");
        assertThat(refusee.body()).contains("La base de données ne répond pas", "Attendez une minute");
        HttpResponse<String> laSienne = camille.lire("/mon-compte");
        assertThat(laSienne.statusCode()).isEqualTo(503);
        assertThat(laSienne.body()).as("la page qui le dit ne demande rien à la base").contains("La base de données ne répond pas");
        Files.delete(reglages);
        await().atMost(60, SECONDS).until(() -> demander(adresse + "/sante/pret").statusCode() == 200);
        assertThat(demander(page).statusCode()).as("la même page, sans relancer le serveur").isEqualTo(avant);
        assertThat(camille.ouvrir("/mon-compte").uri().getPath()).as("et sans se reconnecter").isEqualTo("/mon-compte");
        assertThat(Files.readAllLines(pid).getFirst().strip()).isNotEqualTo(tue);
    }

    private static HttpResponse<String> demander(String adresse) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(adresse)).header("Accept", "text/html").build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void un_port_deja_pris_est_dit_en_une_phrase() throws IOException {
        try (var pris = new ServerSocket(0)) {
            ProcessusJava serveur = jalon("serve", "--port", Integer.toString(pris.getLocalPort()));
            serveur.finir();
            assertThat(serveur.plaintes()).endsWith("Le port " + pris.getLocalPort()
                    + " est déjà pris par un autre programme : choisissez-en un autre avec --port ou JALON_PORT.");
            assertThat(serveur.code()).isEqualTo(1);
        }
    }

    private ProcessusJava jalon(String... mots) {
        ProcessusJava processus = ProcessusJava.lancer(home, Jalon.class, mots);
        lances.add(processus);
        return processus;
    }
}
