package fr.jalon.demarrage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.jalon.socle.PanneDeLaBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What really fails, asked of a real PostgreSQL and of a real disk, and the sentence it becomes. */
class PannesTest {

    private final ConnexionPostgres base = PostgresDeTest.nouvelleBase();

    @Test
    void un_mot_de_passe_faux_une_base_absente_un_serveur_eteint_disent_chacun_quoi_verifier() throws IOException {
        assertThat(phrase(base.url(), "faux")).contains("refuse le mot de passe", "JALON_DB_PASSWORD").hasLineCount(1);
        assertThat(phrase(base.url() + "_absente", base.motDePasse())).contains("n'existe pas", "create database", "JALON_DB_URL").hasLineCount(1);
        int libre;
        try (var essai = new ServerSocket(0)) {
            libre = essai.getLocalPort();
        }
        assertThat(phrase("jdbc:postgresql://127.0.0.1:" + libre + "/jalon", "x")).contains("n'est pas joignable", "JALON_DB_URL").hasLineCount(1);
    }

    @Test
    void une_base_sans_connexion_libre_le_dit() {
        PostgresDeTest.enSuperutilisateur(base, "alter database " + base.url().replaceFirst(".*/", "") + " connection limit 0");
        Throwable refus = catchThrowable(() -> DriverManager.getConnection(base.url(), base.utilisateur(), base.motDePasse()));
        assertThat(Pannes.dans(new IllegalStateException(refus))).contains(PanneDeLaBase.TROP_DE_CONNEXIONS);
        assertThat(PhraseAuLieuDeTrace.dans(refus)).contains("max_connections");
    }

    @Test
    void un_disque_plein_le_dit_que_ce_soit_celui_de_la_base_ou_celui_des_fichiers_gardes() {
        Throwable deLaBase = catchThrowable(() -> PostgresDeTest.enSuperutilisateur(base, "copy (select generate_series(1, 100000)) to '/dev/full'"));
        assertThat(Pannes.dans(deLaBase)).contains(PanneDeLaBase.DISQUE_PLEIN);
        Throwable duSysteme = catchThrowable(() -> Files.write(Path.of("/dev/full"), new byte[10_000]));
        assertThat(Pannes.dans(new UncheckedIOException((IOException) duSysteme))).contains(PanneDeLaBase.DISQUE_PLEIN);
        assertThat(PhraseAuLieuDeTrace.dans(duSysteme)).contains("libérez-en", "Rien n'a été enregistré à moitié");
    }

    @Test
    void une_attente_trop_longue_et_une_base_en_lecture_seule_le_disent() {
        JdbcClient agent = JdbcClient.create(PostgresDeTest.dataSource(base));
        assertThat(Pannes.dans(catchThrowable(() -> agent.sql("set statement_timeout = 50; select count(*) from generate_series(1, 1000000000)")
            .update())))
                .contains(PanneDeLaBase.OCCUPEE);
        assertThat(Pannes.dans(catchThrowable(() -> agent.sql("begin read only; create table t ()").update()))).contains(PanneDeLaBase.LECTURE_SEULE);
        assertThat(Pannes.dans(new IllegalStateException("autre chose"))).isEmpty();
    }

    private String phrase(String url, String motDePasse) {
        return PhraseAuLieuDeTrace.dans(new IllegalStateException(catchThrowable(() ->
            DriverManager.getConnection(url, base.utilisateur(), motDePasse))));
    }
}
