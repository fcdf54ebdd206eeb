package fr.jalon.orientation;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Runs work under an agent's perimeter. */
public final class EnTantQue {
  private EnTantQue() {}

  private record Agent(Perimetre perimetre) implements AgentCourant.PorteurDePerimetre {}

  /** An agent of the whole Département with these resources. */
  public static Perimetre partout(String... ressources) {
    return new Perimetre("agent", "Agent", "ALLOCATION", Set.of(ressources), true, List.of(), List.of());
  }

  /** An agent of one territory. */
  public static Perimetre territoire(int territoire, String... ressources) {
    return new Perimetre("agent.territoire", "Agent", "SECRETARIAT", Set.of(ressources), false, List.of(territoire), List.of());
  }

  /** A partner of one organisation. */
  public static Perimetre partenaire(int organisation, String... ressources) {
    return new Perimetre("partenaire", "Partenaire", "PARTENAIRE", Set.of(ressources), false, List.of(), List.of(organisation));
  }

  public static <T> T agir(Perimetre perimetre, Supplier<T> acte) {
    SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(new Agent(perimetre), null, List.of()));
    try {
      return acte.get();
    } finally {
      SecurityContextHolder.clearContext();
    }
  }
}
