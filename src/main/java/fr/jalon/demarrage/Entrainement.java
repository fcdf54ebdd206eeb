package fr.jalon.demarrage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;

/**
 * Starts the server on data of its own, opens the first pages and ends: the run from which {@code ./jalon} records the
 * AOT cache of the JVM, which makes the next starts about twice as fast.
 */
@Command(name = "entrainement", hidden = true, description = "Prépare le démarrage rapide (usage interne).")
final class Entrainement implements CommandeServeur {

    private static final List<String> PAGES = List.of("/", "/login", "/connexion", "/css/jalon.css");

    @Override
    public void avantDemarrage(Lancement lancement) {
        lancement.toutEffacer().discret().definir("server.port", 0).definir("server.address", "127.0.0.1");
    }

    @Override
    public int apresDemarrage(ApplicationContext contexte) throws IOException, InterruptedException {
        String adresse = "http://127.0.0.1:" + contexte.getEnvironment().getProperty("local.server.port");
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String page : PAGES) {
                client.send(HttpRequest.newBuilder(URI.create(adresse + page)).build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        }
        return 0;
    }
}
