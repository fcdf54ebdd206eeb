package fr.jalon.habilitations.connexion;

import java.security.Principal;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * An agent whose password was right and who has one more step to take. It carries no perimeter: until the last step, PostgreSQL shows
 * nothing and every page sends back to the step.
 *
 * @param id         number of the account
 * @param identifiant login
 * @param etape      the step to take
 * @param version    version of the security of the account when the password was checked
 */
public record AgentEnAttente(long id, String identifiant, Etape etape, long version) implements Principal, java.io.Serializable {

  /** A step between the password and the application. */
  public enum Etape {
    /** Give the one-time code. */
    CODE("/connexion/code"),
    /** Replace the password given by the administration. */
    MOT_DE_PASSE("/connexion/mot-de-passe");

    private final String page;

    Etape(String page) {
      this.page = page;
    }

    /** Address of the step. */
    public String page() {
      return page;
    }

    /** Authority held while the step is waiting. */
    public String autorite() {
      return "ETAPE_" + name();
    }
  }

  @Override
  public String getName() {
    return identifiant;
  }

  List<GrantedAuthority> autorites() {
    return List.of(new SimpleGrantedAuthority(etape.autorite()));
  }
}
