package fr.jalon.demarrage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.Jalon;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
