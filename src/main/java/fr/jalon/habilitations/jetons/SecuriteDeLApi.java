package fr.jalon.habilitations.jetons;

import com.nimbusds.jose.jwk.JWK;
import fr.jalon.habilitations.clients.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;

/**
 * The two doors of the machines, apart from the door of the agents: {@code POST /oauth2/token} gives a token for a secret (OAuth2 client
 * credentials), {@code /api/**} takes it. No session, no cookie, no form: nothing of a browser. The page and the file that describe the API
 * say nothing of anyone and stand with the guide, behind the agents' chain.
 */
@Configuration
@ConditionalOnWebApplication
class SecuriteDeLApi {
  /** A machine whose clock is a little off. */
  private static final Duration TOLERANCE = Duration.ofSeconds(10);

  @Bean
  @Order(1)
  SecurityFilterChain jetons(HttpSecurity http, ClientsDesJetons clients, JetonsSansMemoire memoire, ClesDeSignature cles,
      Secrets secrets, Clock horloge,
      LimiteDesJetons limite) throws Exception {
    OAuth2AuthorizationServerConfigurer serveur = new OAuth2AuthorizationServerConfigurer();
    http.securityMatcher("/oauth2/token")
        .with(serveur, s -> s.registeredClientRepository(clients).authorizationService(memoire).tokenGenerator(generateur(cles, horloge))
            .authorizationServerSettings(AuthorizationServerSettings.builder().build())
            .clientAuthentication(c -> c.authenticationProviders(tous -> tous.forEach(p -> {
              if (p instanceof ClientSecretAuthenticationProvider secret) {
                secret.setPasswordEncoder(secrets);
              }
            }))))
        .authorizeHttpRequests(r -> r.anyRequest().authenticated())
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(limite, AbstractPreAuthenticatedProcessingFilter.class);
    return http.build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain api(HttpSecurity http, JwtDecoder decodeur, LectureDuJeton lecture) throws Exception {
    RefusDesAppels refus = new RefusDesAppels();
    http.securityMatcher(requete -> requete.getServletPath().startsWith("/api/") && !ouverte(requete.getServletPath()))
        .authorizeHttpRequests(r -> r.anyRequest().authenticated())
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .oauth2ResourceServer(o -> o.jwt(j -> j.decoder(decodeur).jwtAuthenticationConverter(lecture)).authenticationEntryPoint(refus)
        .accessDeniedHandler(refus))
        .exceptionHandling(e -> e.authenticationEntryPoint(refus).accessDeniedHandler(refus));
    return http.build();
  }

  @Bean
  JwtDecoder decodeur(ClesDeSignature cles, Clock horloge) {
    JwtTimestampValidator dates = new JwtTimestampValidator(TOLERANCE);
    dates.setClock(horloge);
    NimbusJwtDecoder decodeur = NimbusJwtDecoder.withJwkSource(cles).jwsAlgorithm(SignatureAlgorithm.ES256).build();
    decodeur.setJwtValidator(dates);
    return decodeur;
  }

  private static JwtGenerator generateur(ClesDeSignature cles, Clock horloge) {
    NimbusJwtEncoder signature = new NimbusJwtEncoder(cles);
    signature.setJwkSelector(List<JWK>::getFirst);
    JwtGenerator generateur = new JwtGenerator(signature);
    generateur.setClock(horloge);
    generateur.setJwtCustomizer(c -> {
      c.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
      c.getClaims().claim(LectureDuJeton.VERSION, c.getRegisteredClient().getClientSettings().getSetting(ClientsDesJetons.VERSION));
    });
    return generateur;
  }

  private static boolean ouverte(String chemin) {
    return chemin.equals("/api/v1/openapi.json") || chemin.equals("/api/v1/documentation");
  }
}
