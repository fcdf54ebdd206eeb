package fr.jalon.habilitations.jetons;

import fr.jalon.habilitations.clients.ClientsConnus;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The clients as the authorization server wants them: client credentials only. Declared on the screen of the administration, never here. */
@Component
class ClientsDesJetons implements RegisteredClientRepository {
  /** Setting that each token repeats: a token of another version is refused. */
  static final String VERSION = "jalon.version";
  private final ClientsConnus clients;
  private final Duration duree;

  ClientsDesJetons(ClientsConnus clients, @Value("${jalon.api.jeton:10m}") Duration duree) {
    this.clients = clients;
    this.duree = duree;
  }

  @Override
  public void save(RegisteredClient client) {
    throw new UnsupportedOperationException("Un client se déclare à la page Accès par API");
  }

  @Override
  public RegisteredClient findById(String id) {
    return findByClientId(id);
  }

  @Override
  public RegisteredClient findByClientId(String identifiant) {
    return clients.parIdentifiant(identifiant).map(this::client).orElse(null);
  }

  private RegisteredClient client(ClientsConnus.Acces acces) {
    return RegisteredClient.withId(acces.client().identifiant()).clientId(acces.client().identifiant()).clientName(acces.client().nom())
        .clientSecret(acces.empreintes()).authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .scopes(s -> s.addAll(acces.client().portees()))
        .clientSettings(ClientSettings.builder().setting(VERSION, version(acces)).build())
        .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(duree).build()).build();
  }

  /** Changes when the tokens given before must be refused. */
  static String version(ClientsConnus.Acces acces) {
    return String.valueOf(acces.version());
  }
}
