package fr.jalon.demarrage;

import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./jalon serve}: the server, on the data it has. */
@Command(name = "serve", description = "Démarre le serveur.")
final class Serve implements CommandeServeur {

    @Option(names = "--port", paramLabel = "PORT", description = "Port d'écoute (JALON_PORT, sinon 8080).")
    private Integer port;

    @Override
    public void avantDemarrage(Lancement lancement) {
        lancement.definir("server.port", port);
    }

    @Override
    public int apresDemarrage(ApplicationContext contexte) {
        System.out.println("Jalon est en marche : http://localhost:"
                + contexte.getEnvironment().getProperty("local.server.port") + " (Ctrl-C pour l'arrêter)");
        return EN_MARCHE;
    }
}
