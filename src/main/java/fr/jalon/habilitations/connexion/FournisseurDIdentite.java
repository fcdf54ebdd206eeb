package fr.jalon.habilitations.connexion;

import fr.jalon.socle.Destination;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * What the identity provider says of itself, asked at the first need and kept: an identity provider that is down must not keep Jalon from
 * starting. Also reads the identity when the provider answers it as a signed token instead of JSON, as ProConnect does.
 */
class FournisseurDIdentite implements ClientRegistrationRepository {
  /** The only registration. */
  static final String NUMERO = "agents";
  private static final Duration ATTENTE = Duration.ofSeconds(10);
  private static final MediaType JETON = MediaType.valueOf("application/jwt");
  private final ReglagesOidc reglages;
  private volatile ClientRegistration inscription;
  private volatile JwtDecoder decodeur;

  FournisseurDIdentite(ReglagesOidc reglages) {
    this.reglages = reglages;
  }

  @Override
  public ClientRegistration findByRegistrationId(String numero) {
    return NUMERO.equals(numero) ? inscription() : null;
  }

  /** @throws RuntimeException when the provider does not answer */
  ClientRegistration inscription() {
    if (inscription == null) {
      inscription = verifiee(ClientRegistrations.fromIssuerLocation(reglages.issuer()).registrationId(NUMERO).clientName(reglages.nom())
          .clientId(reglages.client()).clientSecret(reglages.secret()).scope(reglages.scopes())
          .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}").build());
    }
    return inscription;
  }

  /** The addresses the provider announces receive the secret, a code or a token: none of them in clear. */
  private static ClientRegistration verifiee(ClientRegistration annoncee) {
    ClientRegistration.ProviderDetails d = annoncee.getProviderDetails();
    Stream.of(d.getTokenUri(), d.getUserInfoEndpoint().getUri(), d.getJwkSetUri()).filter(Objects::nonNull).forEach(adresse -> {
      if (Destination.web(adresse).filter(Destination::sure).isEmpty()) {
        throw new IllegalStateException("Le fournisseur d'identité annonce une adresse sans https : " + adresse);
      }
    });
    return annoncee;
  }

  /** What talks to the provider: it follows no redirection, which would take a secret or a token elsewhere. */
  static JdkClientHttpRequestFactory liaison() {
    JdkClientHttpRequestFactory liaison = new JdkClientHttpRequestFactory(HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(ATTENTE).build());
    liaison.setReadTimeout(ATTENTE);
    return liaison;
  }

  /** Exchanges the code for the tokens, with the secret. */
  static RestClientAuthorizationCodeTokenResponseClient echange() {
    RestClientAuthorizationCodeTokenResponseClient echange = new RestClientAuthorizationCodeTokenResponseClient();
    echange.setRestClient(RestClient.builder().requestFactory(liaison())
        .configureMessageConverters(c -> c.addCustomConverter(new FormHttpMessageConverter())
        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build());
    return echange;
  }

  /** Turns an identity answered as a signed token into the JSON it holds, once the signature, the issuer and the recipient are verified. */
  ClientHttpResponse lireLeJeton(HttpRequest requete, byte[] corps, ClientHttpRequestExecution suite) throws IOException {
    requete.getHeaders().setAccept(List.of(MediaType.APPLICATION_JSON, JETON));
    ClientHttpResponse reponse = suite.execute(requete, corps);
    MediaType genre = reponse.getHeaders().getContentType();
    if (genre == null || !genre.isCompatibleWith(JETON)) {
      return reponse;
    }
    String jeton = new String(reponse.getBody().readAllBytes(), StandardCharsets.UTF_8).strip();
    decodeur().decode(jeton);
    return new Json(reponse, Base64.getUrlDecoder().decode(jeton.split("\\.")[1]));
  }

  private JwtDecoder decodeur() {
    if (decodeur == null) {
      NimbusJwtDecoder nouveau = NimbusJwtDecoder.withIssuerLocation(reglages.issuer()).build();
      nouveau.setJwtValidator(new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefaultWithIssuer(reglages.issuer()),
          new JwtClaimValidator<Collection<String>>("aud", aud -> aud != null && aud.contains(reglages.client()))));
      decodeur = nouveau;
    }
    return decodeur;
  }

  /** The same answer, with JSON instead of the token. */
  private record Json(ClientHttpResponse origine, byte[] json) implements ClientHttpResponse {
    @Override
    public HttpStatusCode getStatusCode() throws IOException {
      return origine.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
      return origine.getStatusText();
    }

    @Override
    public void close() {
      origine.close();
    }

    @Override
    public InputStream getBody() {
      return new ByteArrayInputStream(json);
    }

    @Override
    public HttpHeaders getHeaders() {
      HttpHeaders enTetes = new HttpHeaders();
      enTetes.setContentType(MediaType.APPLICATION_JSON);
      enTetes.setContentLength(json.length);
      return enTetes;
    }
  }
}
