package fr.jalon.courriers.application;

import fr.jalon.courriers.application.Passerelles.Passerelle;
import fr.jalon.courriers.domaine.Sms;
import fr.jalon.socle.Destination;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * SMS through a HTTP gateway: {@code POST {"to": "+336…", "from": "…", "text": "…"}} with a bearer token; any 2xx means taken. The token follows no
 * redirection.
 */
final class DepartDesSms implements Depart {
  private static final Duration ATTENTE = Duration.ofSeconds(15);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Passerelle passerelle;
  private final String jeton;
  private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(ATTENTE).build();

  DepartDesSms(Passerelle passerelle, String jeton) {
    this.passerelle = passerelle;
    this.jeton = jeton;
  }

  @Override
  public void envoyer(Partant message) {
    String numero = Sms.mobile(message.vers()).orElseThrow(() -> new NonParti("Ce n'est pas un numéro de mobile français.", false));
    verifier();
    HttpRequest demande = HttpRequest.newBuilder(URI.create(passerelle.adresse())).timeout(ATTENTE).header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + jeton)
        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("to", numero, "from", passerelle.expediteur(), "text",
        Sms.de(message.contenu()).texte()))))
        .build();
    int code;
    try {
      code = client.send(demande, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new NonParti("La passerelle SMS ne répond pas. Le SMS est peut-être parti : vérifiez avant de réessayer.", true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NonParti("L'envoi a été interrompu. Le SMS est peut-être parti : vérifiez avant de réessayer.", true);
    }
    if (code == 401 || code == 403) {
      throw new NonParti("La passerelle SMS refuse le jeton de Jalon : vérifiez-le.", true);
    }
    if (code >= 500 || code == 429) {
      throw new NonParti("La passerelle SMS est en panne ou débordée (réponse " + code + ").", true);
    }
    if (code < 200 || code > 299) {
      throw new NonParti("La passerelle SMS refuse ce message (réponse " + code + ").", false);
    }
  }

  /** Right before each sending: a name may lead elsewhere since the address was typed. */
  private void verifier() {
    Destination destination = Destination.web(passerelle.adresse()).filter(Destination::sure)
        .orElseThrow(() -> new NonParti("L'adresse de la passerelle SMS n'est pas chiffrée (https) : corrigez-la.", true));
    try {
      for (InetAddress a : InetAddress.getAllByName(destination.machine())) {
        if (Destination.interdite(a)) {
          throw new NonParti("L'adresse de la passerelle SMS mène à une machine qui ne peut pas en être une : corrigez-la.", true);
        }
      }
    } catch (UnknownHostException e) {
      throw new NonParti("Aucune machine ne répond au nom de la passerelle SMS : vérifiez son adresse.", true);
    }
  }
}
