package fr.jalon.echanges.webhooks.application;

import fr.jalon.echanges.webhooks.domaine.AdresseDeWebhook;
import fr.jalon.echanges.webhooks.domaine.Signature;
import fr.jalon.socle.RefusMetier;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Carries one delivery to its address and tells what came of it. Follows no redirection, waits ten seconds, reads nothing of the answer. */
@Component
class Porteur {
  private static final Duration CONNEXION = Duration.ofSeconds(5);
  private static final Duration REPONSE = Duration.ofSeconds(10);
  private final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(CONNEXION)
      .version(HttpClient.Version.HTTP_1_1).build();
  private final AdresseDeWebhook adresses;
  /** The receiver compares with its own clock: the true hour, even in a demonstration set in another year. */
  private final Clock heureDesMachines = Clock.systemUTC();

  Porteur(AdresseDeWebhook adresses) {
    this.adresses = adresses;
  }

  /** @param statut HTTP code, {@code null} when nothing answered @param erreur why it failed, {@code null} when it did not */
  record Recu(Integer statut, String erreur) {
    boolean accepte() {
      return erreur == null;
    }
  }

  Recu porter(String adresse, String secret, UUID livraison, String evenement, String corps) {
    try {
      URI uri = adresses.verifier(adresse);
      HttpResponse<InputStream> reponse = http.send(HttpRequest.newBuilder(uri).timeout(REPONSE).header("Content-Type", "application/json")
          .header("User-Agent", "Jalon-Webhooks/1").header("Jalon-Livraison", livraison.toString()).header("Jalon-Evenement", evenement)
          .header(Signature.ENTETE, Signature.entete(secret, heureDesMachines.instant().getEpochSecond(), corps))
          .POST(HttpRequest.BodyPublishers.ofString(corps)).build(), HttpResponse.BodyHandlers.ofInputStream());
      reponse.body().close();
      int statut = reponse.statusCode();
      return new Recu(statut, statut / 100 == 2 ? null : "Réponse %d au lieu de 2xx".formatted(statut));
    } catch (RefusMetier refus) {
      return new Recu(null, refus.getMessage());
    } catch (HttpTimeoutException e) {
      return new Recu(null, "Pas de réponse en %d secondes".formatted(REPONSE.toSeconds()));
    } catch (IOException e) {
      return new Recu(null, "Connexion impossible (" + e.getClass().getSimpleName() + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Recu(null, "Serveur arrêté pendant l'envoi");
    }
  }
}
