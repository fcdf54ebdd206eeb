package fr.jalon.demarrage;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Properties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

/** Writes in the home where the running server answers, so that a second one can tell it to the person. */
final class AdresseServeur implements ApplicationListener<WebServerInitializedEvent> {

    private final JalonHome home;

    AdresseServeur(JalonHome home) {
        this.home = home;
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent evenement) {
        var adresse = new Properties();
        adresse.setProperty("url", "http://localhost:" + evenement.getWebServer().getPort());
        adresse.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
        try {
            FichierPrive.ecrire(home.adresseServeur(), adresse);
        } catch (IOException e) {
            throw new DemarrageImpossible("Impossible d'écrire dans « " + home.dossier() + " » : " + e.getMessage(), e);
        }
    }

    /** Removes the address of a server that was there before. */
    static void oublier(JalonHome home) {
        try {
            Files.deleteIfExists(home.adresseServeur());
        } catch (IOException e) {
            throw new DemarrageImpossible("Impossible d'écrire dans « " + home.dossier() + " » : " + e.getMessage(), e);
        }
    }

    /** The sentence for a second server on the same home. */
    static String phraseDejaEnMarche(JalonHome home) {
        try {
            if (Files.exists(home.adresseServeur())) {
                String url = FichierPrive.lire(home.adresseServeur()).getProperty("url");
                return "Jalon est déjà en marche sur ces données : " + url + " (dossier « " + home.dossier() + " »).";
            }
        } catch (IOException _) {
            // the address only makes the sentence more helpful
        }
        return "Jalon est déjà en marche, ou en train de démarrer, sur le dossier « " + home.dossier() + " ».";
    }
}
