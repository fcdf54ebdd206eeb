package fr.jalon.demarrage;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The two passwords of the cluster, drawn at random before it is created and kept beside it. */
final class SecretsPostgres {

    /** Login that creates roles and databases; the application does not use it. */
    static final String SUPERUTILISATEUR = "postgres";

    private final JalonHome home;

    SecretsPostgres(JalonHome home) {
        this.home = home;
    }

    /** Password of the superuser. */
    String superutilisateur() throws IOException {
        return lire().getProperty(SUPERUTILISATEUR);
    }

    /** Password of the login that owns the database. */
    String jalon() throws IOException {
        return lire().getProperty(PostgresEmbarque.NOM);
    }

    private Properties lire() throws IOException {
        if (Files.exists(home.secretsPostgres())) {
            return FichierPrive.lire(home.secretsPostgres());
        }
        if (home.contientDesDonnees()) {
            throw new DemarrageImpossible("Le fichier « " + home.secretsPostgres() + " » a disparu : remettez-le depuis "
                    + "une sauvegarde ; sans lui la base de données ne s'ouvre pas.");
        }
        var secrets = new Properties();
        secrets.setProperty(SUPERUTILISATEUR, auHasard());
        secrets.setProperty(PostgresEmbarque.NOM, auHasard());
        FichierPrive.ecrire(home.secretsPostgres(), secrets);
        return secrets;
    }

    private static String auHasard() {
        byte[] alea = new byte[24];
        new SecureRandom().nextBytes(alea);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(alea);
    }
}
