package fr.jalon.demarrage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TerminalTest {

    private static final Path HOME = Path.of("target/essais/incidents").toAbsolutePath();
    private final StringWriter dit = new StringWriter();

    @Test
    void l_aide_est_en_francais_et_liste_les_commandes() {
        assertThat(lire("--help")).isZero();
        assertThat(dit.toString()).contains("Utilisation : ./jalon", "Commandes :", "serve", "Démarre le serveur.",
                "Affiche cette aide").doesNotContain("Usage:", "entrainement");
    }

    @Test
    void sans_rien_l_aide_s_affiche() {
        assertThat(lire()).isEqualTo(Terminal.CODE_USAGE);
        assertThat(dit.toString()).contains("Utilisation : ./jalon", "serve");
    }

    @Test
    void l_aide_d_une_sous_commande_dit_ses_options_sans_demarrer_spring() {
        assertThat(lire("essai", "base", "--help")).isZero();
        assertThat(dit.toString()).contains("Dit sur quelle base elle travaille.", "--code", "MOT");
    }

    @Test
    void une_commande_inconnue_est_dite_et_la_plus_proche_proposee() {
        assertThat(lire("srve")).isEqualTo(Terminal.CODE_USAGE);
        assertThat(dit.toString()).contains("Commande ou argument inconnu : « srve ». Vouliez-vous dire : serve ?");
    }

    @Test
    void une_option_inconnue_est_dite() {
        assertThat(lire("serve", "--prot", "8080")).isEqualTo(Terminal.CODE_USAGE);
        assertThat(dit.toString()).contains("Option inconnue : « --prot ».", "Utilisation : ./jalon serve");
    }

    @Test
    void une_valeur_impossible_est_dite() {
        assertThat(lire("serve", "--port", "huit")).isEqualTo(Terminal.CODE_USAGE);
        assertThat(dit.toString()).contains("Valeur refusée pour --port : « huit ».");
    }

    @Test
    void un_argument_oublie_est_dit() {
        assertThat(lire("essai", "base")).isEqualTo(Terminal.CODE_USAGE);
        assertThat(dit.toString()).contains("Il manque : MOT.");
    }

    @Test
    void les_sous_commandes_ne_sont_pas_prises_pour_des_commandes() {
        assertThat(Terminal.commandes("fr.jalon")).contains(Serve.class, CommandeDEssai.class)
                .doesNotContain(CommandeDEssai.Base.class);
    }

    @Test
    void un_echec_imprevu_se_dit_en_une_phrase_et_sa_trace_va_dans_un_fichier() throws Exception {
        assertThat(panne("essai", "panne")).isEqualTo(1);
        String phrase = dit.toString().strip();
        assertThat(phrase).hasLineCount(1).contains("La commande « essai panne » a échoué", "Recommencez", "--traces")
                .doesNotContain("IllegalStateException");
        String reference = phrase.replaceAll(".*référence ([0-9A-F]{8}).*", "$1");
        assertThat(Files.readString(HOME.resolve("incidents.log"))).contains(reference + "  ", "rien de prévu",
                "at fr.jalon.demarrage.CommandeDEssai$Panne.call");
    }

    @Test
    void la_trace_s_affiche_a_qui_la_demande() {
        assertThat(panne("essai", "panne", "--traces")).isEqualTo(1);
        assertThat(dit.toString()).contains("java.lang.IllegalStateException: rien de prévu");
    }

    private int panne(String... mots) {
        String avant = System.setProperty("jalon.home", HOME.toString());
        try {
            CommandLine ligne = Terminal.reelle(Terminal.commandes("fr.jalon"), new CommandLine.IFactory() {
                @Override
                public <K> K create(Class<K> classe) throws Exception {
                    return classe.isAssignableFrom(CommandeDEssai.Panne.class) || classe == CommandeDEssai.class
                            ? CommandLine.defaultFactory().create(classe) : null;
                }
            });
            ligne.setErr(new PrintWriter(dit, true));
            return ligne.execute(mots);
        } finally {
            if (avant == null) {
                System.clearProperty("jalon.home");
            } else {
                System.setProperty("jalon.home", avant);
            }
        }
    }

    private int lire(String... mots) {
        CommandLine ligne = Terminal.aBlanc(Terminal.commandes("fr.jalon"));
        ligne.setOut(new PrintWriter(dit, true));
        ligne.setErr(new PrintWriter(dit, true));
        return ligne.execute(mots);
    }
}
