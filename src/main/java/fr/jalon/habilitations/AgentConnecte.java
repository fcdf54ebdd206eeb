package fr.jalon.habilitations;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * The principal of an agent logged in, by password, passkey or OIDC. Its authorities are {@code AGENT} and the codes of its resources,
 * so that {@code @PreAuthorize("hasAuthority('IMPORTS')")} reads as the matrix does.
 *
 * @param id        number of the account
 * @param version   version of the security of the account when its proof was read: a session of another one is over
 * @param alerte    a French sentence about failed tries on this account, or {@code null}
 * @param perimetre what it may see
 * @param jeton     identity token, or {@code null} for a local login
 */
public record AgentConnecte(long id, long version, String alerte, Perimetre perimetre, OidcIdToken jeton) implements AgentCourant.PorteurDePerimetre,
    UserDetails, OidcUser {
  /** Authority that every agent fully logged in holds. */
  public static final String AUTORITE = "AGENT";

  /** A local login of no version: for work that no session holds. */
  public AgentConnecte(long id, Perimetre perimetre) {
    this(id, 0, null, perimetre, null);
  }

  /** The same agent, whose own act gave the account this version. */
  public AgentConnecte enVersion(long version) {
    return new AgentConnecte(id, version, alerte, perimetre, jeton);
  }

  /** The same agent, who read the sentence. */
  public AgentConnecte sansAlerte() {
    return new AgentConnecte(id, version, null, perimetre, jeton);
  }

  @Override
  public Collection<GrantedAuthority> getAuthorities() {
    List<GrantedAuthority> autorites = new java.util.ArrayList<>();
    autorites.add(new SimpleGrantedAuthority(AUTORITE));
    perimetre.ressources().forEach(r -> autorites.add(new SimpleGrantedAuthority(r)));
    return autorites;
  }

  @Override
  public String getUsername() {
    return perimetre.agent();
  }

  @Override
  public String getName() {
    return perimetre.agent();
  }

  /** Never kept in memory. */
  @Override
  public String getPassword() {
    return null;
  }

  @Override
  public Map<String, Object> getAttributes() {
    return getClaims();
  }

  @Override
  public Map<String, Object> getClaims() {
    return jeton == null ? Map.of() : jeton.getClaims();
  }

  @Override
  public OidcUserInfo getUserInfo() {
    return null;
  }

  @Override
  public OidcIdToken getIdToken() {
    return jeton;
  }

  /** The login only: a principal may end in a log. */
  @Override
  public String toString() {
    return perimetre.agent();
  }
}
