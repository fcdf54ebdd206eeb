package fr.jalon.demarrage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DemonstrationInacheveeTest {
    @TempDir
    Path home;

    @Test
    void une_creation_arretee_avant_la_fin_recommence_du_debut_et_une_demonstration_finie_est_gardee() throws IOException {
        assertThat(efface("departement=07\ncomplete=false\n")).isTrue();
        assertThat(efface("departement=07\ncomplete=true\n")).isFalse();
        assertThat(efface(null)).as("un dossier qui n'est pas une démonstration").isFalse();
    }

    @Test
    void celle_d_un_autre_departement_n_est_jamais_effacee_sans_qu_on_le_demande() {
        assertThatThrownBy(() -> efface("departement=26\ncomplete=false\n")).isInstanceOf(DemarrageImpossible.class).hasMessageContaining("--neuf");
    }

    private boolean efface(String etat) throws IOException {
        Path fichier = home.resolve("demonstration.properties");
        Files.deleteIfExists(fichier);
        if (etat != null) {
            Files.writeString(fichier, etat);
        }
        var lancement = new Lancement(new JalonHome(home));
        CommandLine ligne = Terminal.reelle(Terminal.commandes("fr.jalon"), CommandLine.defaultFactory());
        ((CommandeServeur) ligne.parseArgs("demo", "--departement", "07").subcommand().commandSpec().userObject()).avantDemarrage(lancement);
        return lancement.effacement();
    }
}
