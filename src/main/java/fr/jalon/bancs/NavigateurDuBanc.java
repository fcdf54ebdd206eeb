package fr.jalon.bancs;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** One agent's browser: her cookies, and what she was answered with the time it took. Redirects are followed, and counted in the time. */
final class NavigateurDuBanc {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final String adresse;
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();

  /** @param adresse of the server, without a last slash */
  NavigateurDuBanc(String adresse) {
    this.adresse = adresse;
  }

  /** Logs in through the form. @throws IllegalStateException when she is refused */
  void connecter(String identifiant, String motDePasse) throws IOException, InterruptedException {
    Map<String, String> champs = ouvrir("/connexion").champs("/connexion");
    champs.put("identifiant", identifiant);
    champs.put("mot_de_passe", motDePasse);
    PageDuBanc arrivee = envoyer("/connexion", champs);
    if (arrivee.erreur() || arrivee.dehors()) {
      throw new IllegalStateException("Connexion du banc refusée : " + arrivee.statut() + " " + arrivee.chemin());
    }
  }

  /** Opens a page. @param chemin path and query */
  PageDuBanc ouvrir(String chemin) throws IOException, InterruptedException {
    return demander(chemin, HttpRequest.newBuilder().GET());
  }

  /** Sends a form. @param chemin where it goes @param champs its fields, as typed */
  PageDuBanc envoyer(String chemin, Map<String, String> champs) throws IOException, InterruptedException {
    String corps = champs.entrySet().stream().map(c -> encoder(c.getKey()) + "=" + encoder(c.getValue())).collect(Collectors.joining("&"));
    return demander(chemin, HttpRequest.newBuilder().header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(corps)));
  }

  static String encoder(String texte) {
    return URLEncoder.encode(texte, StandardCharsets.UTF_8);
  }

  private PageDuBanc demander(String chemin, HttpRequest.Builder demande) throws IOException, InterruptedException {
    long debut = System.nanoTime();
    HttpResponse<String> r = client.send(demande.uri(URI.create(adresse + chemin)).header("Accept", "text/html,*/*").timeout(PATIENCE).build(),
        HttpResponse.BodyHandlers.ofString());
    return new PageDuBanc(r.uri().getRawPath(), r.statusCode(), r.body(), System.nanoTime() - debut);
  }
}
