package fr.jalon.habilitations;

import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Work that no agent started at a screen: a command line, a nightly sweep. It sees the whole Département, under its own name in the
 * journal.
 */
@Component
public class AgentSysteme {
  /** Code of its role in the journal. */
  static final String ROLE = "SYSTEME";
  private final Set<String> tout;

  AgentSysteme(Roles roles) {
    this.tout = roles.ressources().stream().map(Roles.Ressource::code).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Runs the work as the system.
   *
   * @param nom  name in the journal, e.g. {@code commande:root}
   * @param acte the work
   * @return what the work returns
   */
  public <T> T agir(String nom, Supplier<T> acte) {
    SecurityContext avant = SecurityContextHolder.getContext();
    SecurityContext contexte = SecurityContextHolder.createEmptyContext();
    Systeme systeme = new Systeme(new Perimetre(nom, "Jalon", ROLE, tout, true, List.of(), List.of()));
    contexte.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(systeme, null, List.of()));
    SecurityContextHolder.setContext(contexte);
    try {
      return acte.get();
    } finally {
      SecurityContextHolder.setContext(avant);
    }
  }

  private record Systeme(Perimetre perimetre) implements AgentCourant.PorteurDePerimetre, Principal {
    @Override
    public String getName() {
      return perimetre.agent();
    }
  }
}
