package fournisseur;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.ServerSocket;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An identity provider of its own process space: Spring Authorization Server, one client, a few persons whose password is their login.
 * Outside {@code fr.jalon}, so that the application does not take it for one of its rooms.
 */
@SpringBootConfiguration
@EnableAutoConfiguration(excludeName = {"org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
    "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
    "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration",
    "org.springframework.modulith.events.config.EventPublicationAutoConfiguration",
    "org.springframework.modulith.runtime.autoconfigure.SpringModulithRuntimeAutoConfiguration"})
public class FournisseurDEssai {
  private final boolean jeton;
  private final String issuer;

  FournisseurDEssai(@Value("${essai.jeton}") boolean jeton, @Value("${essai.issuer}") String issuer) {
    this.jeton = jeton;
    this.issuer = issuer;
  }

  /** A running provider. */
  public record EnMarche(ConfigurableApplicationContext contexte, String issuer) implements AutoCloseable {
    @Override
    public void close() {
      contexte.close();
    }
  }

  /**
   * Starts a provider.
   *
   * @param retour address the client registered
   * @param jeton  true to answer identities as a signed token, as ProConnect does
   */
  public static EnMarche demarrer(List<String> retour, boolean jeton) {
    int port = portLibre();
    String issuer = "http://127.0.0.1:" + port;
    ConfigurableApplicationContext contexte = new SpringApplicationBuilder(FournisseurDEssai.class).web(WebApplicationType.SERVLET)
        .run("--server.port=" + port, "--essai.issuer=" + issuer, "--essai.jeton=" + jeton, "--essai.retour=" + String.join(",", retour),
            "--spring.datasource.url=jdbc:postgresql://absent/", "--server.servlet.session.cookie.name=FOURNISSEUR", "--jalon.essai=fournisseur");
    return new EnMarche(contexte, issuer);
  }

  @Bean
  AuthorizationServerSettings reglages() {
    return AuthorizationServerSettings.builder().issuer(issuer).build();
  }

  @Bean
  @Order(1)
  SecurityFilterChain serveur(HttpSecurity http) throws Exception {
    http.oauth2AuthorizationServer(s -> {
      http.securityMatcher(s.getEndpointsMatcher());
      s.oidc(o -> o.providerConfigurationEndpoint(p -> p.providerConfigurationCustomizer(c -> {
        if (jeton) {
          c.userInfoEndpoint(issuer + "/identite");
        }
      })));
    });
    http.authorizeHttpRequests(r -> r.anyRequest().authenticated())
        .exceptionHandling(e ->
        e.authenticationEntryPoint(new org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint("/login")));
    return http.build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(r -> r.requestMatchers("/identite").permitAll().anyRequest().authenticated())
        .formLogin(f -> { }).build();
  }

  @Bean
  RegisteredClientRepository clients(@Value("${essai.retour}") List<String> retours) {
    return new InMemoryRegisteredClientRepository(RegisteredClient.withId(UUID.randomUUID().toString()).clientId("jalon").clientSecret("{noop}secret")
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC).authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUris(u -> u.addAll(retours)).postLogoutRedirectUris(u -> retours.forEach(r -> u.add(r.replaceAll("/login/.*", "/connexion"))))
        .scopes(s -> s.addAll(List.of("openid", "email")))
        .clientSettings(ClientSettings.builder().requireAuthorizationConsent(false).build()).build());
  }

  @Bean
  UserDetailsService personnes() {
    InMemoryUserDetailsManager personnes = new InMemoryUserDetailsManager();
    for (String nom : List.of("sophie", "paul", "nonverifie", "inconnue", "partie")) {
      personnes.createUser(User.withUsername(nom).password("{noop}" + nom).build());
    }
    return personnes;
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> courriels() {
    return c -> c.getClaims().claims(m -> m.putAll(identite(c.getPrincipal().getName())));
  }

  @Bean
  JWKSource<SecurityContext> cles() throws Exception {
    KeyPairGenerator generateur = KeyPairGenerator.getInstance("RSA");
    generateur.initialize(2048);
    KeyPair paire = generateur.generateKeyPair();
    return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) paire.getPublic()).privateKey((RSAPrivateKey) paire.getPrivate())
        .keyID("essai").build()));
  }

  private static Map<String, Object> identite(String nom) {
    return Map.of("email", nom + "@departement-essai.fr", "email_verified", !"nonverifie".equals(nom));
  }

  /** The identity as a signed token. */
  @RestController
  static class Identite {
    private final JwtEncoder encodeur;
    private final String issuer;

    Identite(JWKSource<SecurityContext> cles, @Value("${essai.issuer}") String issuer) {
      this.encodeur = new NimbusJwtEncoder(cles);
      this.issuer = issuer;
    }

    @GetMapping(path = "/identite", produces = "application/jwt")
    String identite(@org.springframework.web.bind.annotation.RequestHeader("Authorization") String porteur) throws java.text.ParseException {
      String nom = com.nimbusds.jwt.SignedJWT.parse(porteur.substring("Bearer ".length())).getJWTClaimsSet().getSubject();
      // like ProConnect: no email_verified
      return encodeur.encode(JwtEncoderParameters.from(JwtClaimsSet.builder().issuer(issuer).audience(List.of("jalon")).subject(nom)
          .issuedAt(Instant.now()).expiresAt(Instant.now().plusSeconds(60)).claim("email", nom + "@departement-essai.fr").build())).getTokenValue();
    }
  }

  private static int portLibre() {
    try (ServerSocket prise = new ServerSocket(0)) {
      return prise.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
