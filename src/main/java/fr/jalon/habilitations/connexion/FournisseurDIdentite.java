package fr.jalon.habilitations.connexion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
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
      inscription = ClientRegistrations.fromIssuerLocation(reglages.issuer()).registrationId(NUMERO).clientName(reglages.nom())
          .clientId(reglages.client()).clientSecret(reglages.secret()).scope(reglages.scopes())
          .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}").build();
    }
    return inscription;
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
