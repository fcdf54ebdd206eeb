package fr.jalon.demarrage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./jalon} around a server that ends: a stand-in of the JVM ends as told by a file, one exit code a line. */
class LanceurTest {

    @TempDir
    Path dossier;

    @BeforeEach
    void installer() throws Exception {
        Files.copy(Path.of("jalon"), dossier.resolve("jalon"));
        dossier.resolve("jalon").toFile().setExecutable(true);
        Path bin = Files.createDirectories(dossier.resolve("jdk/bin"));
        Files.writeString(dossier.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
        Files.createDirectories(dossier.resolve("target"));
        Files.writeString(dossier.resolve("target/jalon.jar"), "jar");
        Files.writeString(dossier.resolve("target/jalon.jar.original"), "jar");
        // the first line of « codes » is the code of this run; « attendre » says it runs and waits for the signal
        Files.writeString(bin.resolve("java"), """
                #!/usr/bin/env bash
                case "$*" in *"extract --destination"*) mkdir -p "${@: -1}"; exit 0 ;; esac
                echo "$@" >>"%1$s/appels"
                code="$(head -n 1 "%1$s/codes")"
                sed -i 1d "%1$s/codes"
                if [ "$code" = attendre ]; then
                  trap 'exit 143' TERM
                  echo "en marche"
                  while true; do read -r -t 30 _ <"%1$s/jamais" || true; done
                fi
                exit "$code"
                """.formatted(dossier));
        Files.copy(bin.resolve("java"), bin.resolve("javac"));
        for (String nom : List.of("java", "javac")) {
            bin.resolve(nom).toFile().setExecutable(true);
        }
        new ProcessBuilder("mkfifo", dossier.resolve("jamais").toString()).start().waitFor();
    }

    @Test
    void un_serveur_dont_la_memoire_est_pleine_redemarre_et_le_dit() throws Exception {
        assertThat(lancer(List.of("3", "3", "0"), "serve")).isEqualTo(0);
        assertThat(appels()).hasSize(3);
        assertThat(plaintes()).contains("sa mémoire était pleine : il redémarre dans 0 s (reprise 1 sur 5)").contains("(reprise 2 sur 5)");
    }

    @Test
    void il_n_est_pas_relance_sans_fin() throws Exception {
        assertThat(lancer(List.of("3", "3", "3", "3", "3", "3", "0"), "serve")).isEqualTo(3);
        assertThat(appels()).hasSize(6);
        assertThat(plaintes()).contains("il n'est plus relancé");
    }

    @Test
    void un_demarrage_impossible_un_arret_propre_et_une_autre_commande_ne_sont_pas_relances() throws Exception {
        for (String code : List.of("1", "0", "143", "130", "137")) {
            assertThat(lancer(List.of(code, "0"), "serve")).isEqualTo(Integer.parseInt(code));
        }
        assertThat(lancer(List.of("3", "0"), "import", "caf")).isEqualTo(3);
        assertThat(appels()).hasSize(6);
        assertThat(plaintes()).doesNotContain("redémarre");
    }

    @Test
    void une_demonstration_effacee_ne_l_est_pas_une_deuxieme_fois() throws Exception {
        assertThat(lancer(List.of("3", "0"), "demo", "--neuf", "--port", "8099")).isEqualTo(0);
        assertThat(appels().get(0)).endsWith("demo --neuf --port 8099");
        assertThat(appels().get(1)).endsWith("demo --port 8099");
    }

    @Test
    void un_serveur_que_l_on_arrete_s_arrete() throws Exception {
        Process lanceur = demarrer(List.of("attendre", "0"), "serve");
        assertThat(lanceur.inputReader().readLine()).isEqualTo("en marche");
        lanceur.destroy();
        assertThat(lanceur.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(lanceur.exitValue()).isEqualTo(143);
        assertThat(appels()).hasSize(1);
    }

    private int lancer(List<String> codes, String... mots) throws Exception {
        Process lanceur = demarrer(codes, mots);
        assertThat(lanceur.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return lanceur.exitValue();
    }

    private Process demarrer(List<String> codes, String... mots) throws Exception {
        Files.write(dossier.resolve("codes"), codes);
        List<String> commande = new ArrayList<>(List.of(dossier.resolve("jalon").toString()));
        commande.addAll(List.of(mots));
        ProcessBuilder lanceur = new ProcessBuilder(commande).redirectError(ProcessBuilder.Redirect.appendTo(dossier.resolve("plaintes").toFile()));
        lanceur.environment().keySet().removeIf(nom -> nom.startsWith("JALON_"));
        lanceur.environment().put("JAVA_HOME", dossier.resolve("jdk").toString());
        lanceur.environment().put("JALON_CACHE", "non");
        lanceur.environment().put("JALON_PAUSE", "0");
        return lanceur.start();
    }

    private List<String> appels() throws Exception {
        return Files.readAllLines(dossier.resolve("appels"));
    }

    private String plaintes() throws Exception {
        return Files.readString(dossier.resolve("plaintes"));
    }
}
