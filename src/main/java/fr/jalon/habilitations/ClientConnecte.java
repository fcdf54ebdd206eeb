package fr.jalon.habilitations;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;

/**
 * The principal of a call to the API. Its authorities are its scopes: {@code @PreAuthorize("hasAuthority('SCOPE_entrants:lire')")}. It opens
 * no page: it does not hold the authority of an agent.
 *
 * @param client    as it is now, not as it was when the token was given
 * @param portees   scopes of the token that it still has
 * @param perimetre what it may see
 */
public record ClientConnecte(ClientApi client, List<String> portees, Perimetre perimetre) implements AgentCourant.PorteurDePerimetre,
    OAuth2AuthenticatedPrincipal {

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return portees.stream().map(p -> new SimpleGrantedAuthority("SCOPE_" + p)).toList();
  }

  @Override
  public Map<String, Object> getAttributes() {
    return Map.of("client_id", client.identifiant());
  }

  @Override
  public String getName() {
    return perimetre.agent();
  }

  /** The name only: a principal may end in a log. */
  @Override
  public String toString() {
    return perimetre.agent();
  }
}
