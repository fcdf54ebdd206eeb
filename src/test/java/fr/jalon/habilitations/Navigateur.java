package fr.jalon.habilitations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser does without a screen: cookies, the CSRF token of the last page, redirects one can look at. */
public final class Navigateur {
  private static final Pattern JETON = Pattern.compile(
      "<meta name=\"csrf\" content=\"([^\"]+)\"|name=\"_csrf\"(?: type=\"hidden\")? value=\"([^\"]+)\"");
  private final HttpClient http;
  private final CookieManager cookies = new CookieManager();
  private final String racine;
  private String jeton = "";

  /** @param port port of the server on this machine */
  public Navigateur(int port) {
    racine = "http://localhost:" + port;
    http = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NEVER).build();
  }

  /** A page, as it is answered. */
  public HttpResponse<String> lire(String chemin, String... enTetes) {
    return envoyer(requete(chemin.replace(" ", "%20"), enTetes).GET().build());
  }

  /** A page, following redirects within the application. */
  public HttpResponse<String> ouvrir(String chemin) {
    return suivre(lire(chemin));
  }

  /** A form: sends the fields with the token of the last page seen. */
  public HttpResponse<String> poster(String chemin, Map<String, String> champs) {
    Map<String, String> tous = new java.util.LinkedHashMap<>(champs);
    tous.putIfAbsent("_csrf", jeton);
    String corps = tous.entrySet().stream().map(e -> encode(e.getKey()) + "=" + encode(e.getValue())).collect(Collectors.joining("&"));
    return envoyer(requete(chemin, "Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(corps)).build());
  }

  /** Logs in with a password, following redirects. */
  public HttpResponse<String> connecter(String identifiant, String motDePasse) {
    ouvrir("/connexion");
    return suivre(poster("/connexion", Map.of("identifiant", identifiant, "mot_de_passe", motDePasse)));
  }

  /** Follows the redirects of an answer. */
  public HttpResponse<String> suivre(HttpResponse<String> reponse) {
    HttpResponse<String> r = reponse;
    for (int i = 0; i < 8 && r.statusCode() / 100 == 3; i++) {
      r = lire(r.headers().firstValue("Location").orElseThrow());
    }
    return r;
  }

  /** Follows redirects until the next one leaves for that host; the answer that leaves is returned. */
  public HttpResponse<String> suivreJusqua(HttpResponse<String> reponse, String hote) {
    HttpResponse<String> r = reponse;
    for (int i = 0; i < 8 && r.statusCode() / 100 == 3; i++) {
      String suite = r.headers().firstValue("Location").orElseThrow();
      if (suite.startsWith("http") && URI.create(suite.replace(" ", "%20")).getHost().equals(hote)) {
        return r;
      }
      r = lire(suite);
    }
    throw new AssertionError("Aucun départ vers " + hote + " : " + r.statusCode() + " " + r.uri());
  }

  /** Value of the session cookie, or an empty text. */
  public String session() {
    return cookies.getCookieStore().getCookies().stream().filter(c -> c.getName().equals("JSESSIONID")).map(java.net.HttpCookie::getValue)
        .findFirst().orElse("");
  }

  /** Token of the last page seen. */
  public String jeton() {
    return jeton;
  }

  private HttpRequest.Builder requete(String chemin, String... enTetes) {
    HttpRequest.Builder requete = HttpRequest.newBuilder(chemin.startsWith("http") ? URI.create(chemin) : URI.create(racine + chemin))
        .header("Accept", "text/html");
    return enTetes.length == 0 ? requete : requete.headers(enTetes);
  }

  private HttpResponse<String> envoyer(HttpRequest requete) {
    try {
      // a spreadsheet and a PDF are kept byte for byte
      HttpResponse<String> reponse = http.send(requete, i -> i.headers().firstValue("Content-Type").orElse("").matches(".*(spreadsheetml|pdf).*")
          ? HttpResponse.BodySubscribers.ofString(StandardCharsets.ISO_8859_1) : HttpResponse.BodyHandlers.ofString().apply(i));
      Matcher m = JETON.matcher(reponse.body());
      if (m.find()) {
        jeton = m.group(1) == null ? m.group(2) : m.group(1);
      }
      return reponse;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String texte) {
    return URLEncoder.encode(texte, StandardCharsets.UTF_8);
  }
}
