package fr.jalon.personnages;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Agents of the tests: {@code EnTantQue.allocation().faire(() -> …)}. */
public record EnTantQue(Perimetre perimetre) implements AgentCourant.PorteurDePerimetre {
  /** Allocation service: the whole Département, amounts and duplicates. */
  public static EnTantQue allocation() {
    return new EnTantQue(new Perimetre("alloc", "Alice Allocation", "ALLOCATION",
        Set.of("DOSSIERS", "MONTANTS", "NIR", "IMPORTS", "DOUBLONS", "ENTREES", "INDICATEURS", "EXPORTS"), true, List.of(), List.of()));
  }

  /** A référent of one territory. */
  public static EnTantQue referent(int territoire) {
    return new EnTantQue(new Perimetre("ref", "René Référent", "REFERENT", Set.of("DOSSIERS", "MONTANTS", "ENTREES", "ORIENTATIONS"), false,
        List.of(territoire), List.of()));
  }

  /** A secretary of one territory: no amounts. */
  public static EnTantQue secretariat(int territoire) {
    return new EnTantQue(new Perimetre("sec", "Sami Secrétaire", "SECRETARIAT", Set.of("DOSSIERS", "ENTREES", "ORIENTATIONS"), false,
        List.of(territoire), List.of()));
  }

  /** Does the work as this agent. */
  public <T> T faire(Supplier<T> acte) {
    SecurityContext avant = SecurityContextHolder.getContext();
    SecurityContext contexte = SecurityContextHolder.createEmptyContext();
    contexte.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(this, null, List.of()));
    SecurityContextHolder.setContext(contexte);
    try {
      return acte.get();
    } finally {
      SecurityContextHolder.setContext(avant);
    }
  }
}
