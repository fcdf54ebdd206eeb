package fr.jalon.habilitations;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.springframework.boot.test.context.TestComponent;

/**
 * An agent at work in the neighbourhood of the leak tests.
 *
 * @param perimetre  what she may see
 * @param navigateur where she is logged in
 * @param exclus     whom she may not see
 */
public record Visiteur(Perimetre perimetre, Navigateur navigateur, Set<Voisinage.Voisin> exclus) {
  @Override
  public String toString() {
    return perimetre.role() + " " + perimetre.territoires() + perimetre.organisations();
  }

  /** Makes them. */
  @TestComponent
  public static class Tous {
    private final Voisinage voisinage;
    private final Comptoir comptoir;
    private final Roles roles;

    Tous(Voisinage voisinage, Comptoir comptoir, Roles roles) {
      this.voisinage = voisinage;
      this.comptoir = comptoir;
      this.roles = roles;
    }

    /** Each role, with each kind of perimeter that it works with. */
    public List<Visiteur> chacun(int port) {
      List<Visiteur> tous = new ArrayList<>();
      for (Roles.Role role : roles.tous()) {
        switch (role.etendue()) {
          case DEPARTEMENT -> tous.add(un(port, role.code(), List.of(), List.of()));
          case AU_CHOIX -> {
            tous.add(un(port, role.code(), List.of(voisinage.centre()), List.of()));
            tous.add(un(port, role.code(), List.of(), List.of(voisinage.organisation())));
          }
          case ORGANISATION -> tous.add(un(port, role.code(), List.of(voisinage.centre()), List.of(voisinage.organisation())));
        }
      }
      return tous;
    }

    /** One, logged in. */
    public Visiteur un(int port, String role, List<Integer> territoires, List<Integer> organisations) {
      Agent agent = comptoir.agent(role, territoires, organisations);
      Navigateur n = new Navigateur(port);
      Assertions.assertThat(n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE).statusCode()).isEqualTo(200);
      Perimetre p = roles.perimetre(agent);
      return new Visiteur(p, n, voisinage.tous().stream().filter(x -> !p.peut("DOSSIERS") || !x.visible(p)).collect(Collectors.toSet()));
    }
  }
}
