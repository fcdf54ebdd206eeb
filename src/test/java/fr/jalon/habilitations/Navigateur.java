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

/**
 * What a browser does without a screen: cookies, the hidden fields of the pages seen (CSRF token, version of what is edited), redirects one can look
 * at.
 */
public final class Navigateur {
  private static final Pattern JETON = Pattern.compile(
      "<meta name=\"csrf\" content=\"([^\"]+)\"|name=\"_csrf\"(?: type=\"hidden\")? value=\"([^\"]+)\"");
  private static final Pattern FORMULAIRE = Pattern.compile("(?s)<form[^>]* action=\"([^\"]+)\".*?</form>");
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]+)\"");
  private final Map<String, Map<String, String>> versions = new java.util.HashMap<>();
  private final HttpClient http;
  private final CookieManager cookies;
  private final String racine;
  private String jeton = "";

  /** @param port port of the server on this machine */
  public Navigateur(int port) {
    cookies = new CookieManager();
    racine = "http://localhost:" + port;
    http = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NEVER).build();
  }

  /** @param depuis address of this machine to call from: 127.0.0.2 is another visitor than 127.0.0.1 */
  public Navigateur(int port, String depuis) {
    cookies = new CookieManager();
    racine = "http://127.0.0.1:" + port;
    http = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NEVER)
        .localAddress(java.net.InetAddress.ofLiteral(depuis)).build();
  }

  /** The same browser, answered by another server of the instance, as a load balancer does: the cookies go with it. */
  public Navigateur ailleurs(int port) {
    return new Navigateur(port, this);
  }

  private Navigateur(int port, Navigateur ici) {
    racine = "http://localhost:" + port;
    cookies = ici.cookies;
    jeton = ici.jeton;
    versions.putAll(ici.versions);
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

  /** A form: sends the fields with the token of the last page seen, and the version that this form had when it was last seen. */
  public HttpResponse<String> poster(String chemin, Map<String, String> champs) {
    Map<String, String> tous = new java.util.LinkedHashMap<>(champs);
    tous.putIfAbsent("_csrf", jeton);
    version(chemin, champs).ifPresent(v -> tous.putIfAbsent("version", v));
    String corps = tous.entrySet().stream().map(e -> encode(e.getKey()) + "=" + encode(e.getValue())).collect(Collectors.joining("&"));
    return envoyer(requete(chemin, "Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(corps)).build());
  }

  /** A form as a browser sends it: a name may come several times, and nothing is added. */
  public HttpResponse<String> poster(String chemin, java.util.List<Map.Entry<String, String>> champs) {
    String corps = champs.stream().map(e -> encode(e.getKey()) + "=" + encode(e.getValue())).collect(Collectors.joining("&"));
    return envoyer(requete(chemin, "Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(corps)).build());
  }

  /** A form with a file, and nothing else. */
  public HttpResponse<String> deposer(String chemin, String champ, String nom, String contenu) {
    String corps =
        "--limite\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n%s\r\n--limite--\r\n".formatted(champ, nom, contenu);
    return envoyer(requete(chemin, "Content-Type", "multipart/form-data; boundary=limite", "X-CSRF-TOKEN", jeton)
        .POST(HttpRequest.BodyPublishers.ofString(corps)).build());
  }

  /** What a script of a page sends. */
  public HttpResponse<String> envoyerJson(String chemin, String json) {
    return envoyer(requete(chemin, "Content-Type", "application/json", "X-CSRF-TOKEN", jeton)
        .POST(HttpRequest.BodyPublishers.ofString(json)).build());
  }

  /** The version of the form of that address, of the thing that these fields name when a page holds several. */
  private java.util.Optional<String> version(String chemin, Map<String, String> champs) {
    Map<String, String> vues = versions.getOrDefault(chemin, Map.of());
    return java.util.stream.Stream.of("id", "cle", "canal").filter(champs::containsKey).map(c -> vues.get(encode(champs.get(c))))
        .filter(java.util.Objects::nonNull).findFirst()
        .or(() -> java.util.Optional.ofNullable(vues.get("")));
  }

  private void retenirLesVersions(String page) {
    Matcher f = FORMULAIRE.matcher(page);
    while (f.find()) {
      Matcher v = VERSION.matcher(f.group());
      if (v.find()) {
        String texte = v.group(1).replace("&amp;", "&");
        Map<String, String> vues = versions.computeIfAbsent(f.group(1).replace("&amp;", "&"), _ -> new java.util.HashMap<>());
        vues.put(texte.substring(texte.indexOf(':') + 1, texte.indexOf('?')), texte);
        vues.put("", texte);
      }
    }
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
      r = lire(suite(r));
    }
    return r;
  }

  /** Where a redirect leads, from the page that answers it: another site may redirect within itself. */
  private String suite(HttpResponse<String> r) {
    return r.uri().resolve(r.headers().firstValue("Location").orElseThrow().replace(" ", "%20")).toString();
  }

  /** Follows redirects until the next one leaves for that host; the answer that leaves is returned. */
  public HttpResponse<String> suivreJusqua(HttpResponse<String> reponse, String hote) {
    HttpResponse<String> r = reponse;
    for (int i = 0; i < 8 && r.statusCode() / 100 == 3; i++) {
      String suite = suite(r);
      if (URI.create(suite).getHost().equals(hote)) {
        return r;
      }
      r = lire(suite);
    }
    throw new AssertionError("Aucun départ vers " + hote + " : " + r.statusCode() + " " + r.uri());
  }

  /** Value of the session cookie, or an empty text. */
  public String session() {
    return temoin("jalon-session");
  }

  /** Value of a cookie, or an empty text. */
  public String temoin(String nom) {
    return cookies.getCookieStore().getCookies().stream().filter(c -> c.getName().equals(nom)).map(java.net.HttpCookie::getValue)
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
      retenirLesVersions(reponse.body());
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
