package fr.jalon.echanges.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application of a partner: asks for a token, calls, reads. Knows nothing of Jalon but its address. */
public final class Application {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final HttpClient http = HttpClient.newHttpClient();
  private final String racine;
  private final String identifiant;
  private final String secret;
  private String jeton;

  public Application(int port, String identifiant, String secret) {
    this.racine = "http://localhost:" + port;
    this.identifiant = identifiant;
    this.secret = secret;
  }

  /** An answer. */
  public record Reponse(int statut, String texte, HttpResponse<String> http) {
    JsonNode json() {
      return JSON.readTree(texte);
    }

    String entete(String nom) {
      return http.headers().firstValue(nom).orElse("");
    }
  }

  /** Asks for a token; no scope asked for: an OAuth2 client that names none gets none. */
  Reponse demanderUnJeton(String portees) {
    String basic = Base64.getEncoder().encodeToString((identifiant + ":" + secret).getBytes(StandardCharsets.UTF_8));
    String corps = "grant_type=client_credentials" + (portees == null ? "" : "&scope=" + portees.replace(" ", "+"));
    return envoyer(HttpRequest.newBuilder(URI.create(racine + "/oauth2/token")).header("Authorization", "Basic " + basic)
        .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(corps)).build());
  }

  /** With a token of these scopes. */
  public Application avec(String portees) {
    Reponse r = demanderUnJeton(portees);
    if (r.statut() != 200) {
      throw new AssertionError("Pas de jeton : " + r.statut() + " " + r.texte());
    }
    jeton = r.json().get("access_token").asString();
    return this;
  }

  String jeton() {
    return jeton;
  }

  public Reponse lire(String chemin, String... entetes) {
    return envoyer(requete(chemin, entetes).GET().build());
  }

  Reponse poster(String chemin, String json, String... entetes) {
    return envoyer(requete(chemin, entetes).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)).build());
  }

  Reponse mettre(String chemin, String json) {
    return envoyer(requete(chemin).header("Content-Type", "application/json").PUT(HttpRequest.BodyPublishers.ofString(json)).build());
  }

  /** The same, if nothing changed since that version. */
  Reponse mettre(String chemin, String json, String version) {
    return envoyer(requete(chemin, "If-Match", '"' + version + '"').header("Content-Type", "application/json")
        .PUT(HttpRequest.BodyPublishers.ofString(json)).build());
  }

  Reponse effacer(String chemin) {
    return envoyer(requete(chemin).DELETE().build());
  }

  private HttpRequest.Builder requete(String chemin, String... entetes) {
    HttpRequest.Builder r = HttpRequest.newBuilder(URI.create(racine + chemin));
    if (jeton != null) {
      r.header("Authorization", "Bearer " + jeton);
    }
    return entetes.length == 0 ? r : r.headers(entetes);
  }

  private Reponse envoyer(HttpRequest requete) {
    try {
      HttpResponse<String> r = http.send(requete, HttpResponse.BodyHandlers.ofString());
      return new Reponse(r.statusCode(), r.body(), r);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
