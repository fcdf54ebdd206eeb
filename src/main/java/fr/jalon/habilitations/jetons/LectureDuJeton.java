package fr.jalon.habilitations.jetons;

import fr.jalon.habilitations.ClientApi;
import fr.jalon.habilitations.ClientConnecte;
import fr.jalon.habilitations.clients.ClientsConnus;
import java.util.List;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.stereotype.Component;

/** From a token whose signature and dates are good to who calls: the client as it is now, with the scopes of the token that it still has. */
@Component
class LectureDuJeton implements Converter<Jwt, AbstractAuthenticationToken> {
  /** Claim that holds {@link ClientsDesJetons#VERSION}. */
  static final String VERSION = "version";
  private final ClientsConnus clients;

  LectureDuJeton(ClientsConnus clients) {
    this.clients = clients;
  }

  @Override
  public AbstractAuthenticationToken convert(Jwt jeton) {
    ClientApi client = clients.parIdentifiant(jeton.getSubject()).filter(a -> ClientsDesJetons.version(a).equals(jeton.getClaimAsString(VERSION)))
        .map(ClientsConnus.Acces::client).orElseThrow(() ->
        new InvalidBearerTokenException("The access of this client was withdrawn or its secret replaced"));
    List<String> demandees = jeton.getClaimAsStringList("scope");
    List<String> portees = demandees == null ? List.of() : demandees.stream().filter(client.portees()::contains).toList();
    clients.appele(client.id());
    ClientConnecte connecte = new ClientConnecte(client, portees, client.perimetre(portees));
    return new BearerTokenAuthentication(connecte,
        new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, jeton.getTokenValue(), jeton.getIssuedAt(), jeton.getExpiresAt()),
        connecte.getAuthorities());
  }
}
