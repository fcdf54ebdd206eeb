package fr.jalon.demo;

import fr.jalon.demo.generation.PoidsDesParcours;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.orientation.application.Portefeuilles;
import fr.jalon.orientation.domaine.affectation.Candidat;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.springframework.stereotype.Component;

/** Where a réorientation of the demonstration leads: the natures of organisation in the shares of the plan, the référent with most room. */
@Component
class DestinationsDeLaDemo {
  private final Portefeuilles portefeuilles;

  DestinationsDeLaDemo(Portefeuilles portefeuilles) {
    this.portefeuilles = portefeuilles;
  }

  /** An organisation, one of its référents, a pathway it takes. */
  record Destination(int organisation, int referent, Parcours parcours) {}

  /** The référents as they are now, for many destinations chosen one after the other. */
  Tirage tirer() {
    return new Tirage(portefeuilles.candidats());
  }

  /** Each destination chosen takes a place. */
  static final class Tirage {
    private final List<Candidat> candidats;
    private final Map<Integer, Integer> prises = new HashMap<>();
    private final PoidsDesParcours poids = PoidsDesParcours.lire();

    private Tirage(List<Candidat> candidats) {
      this.candidats = candidats;
    }

    /**
     * Another organisation than the present one.
     *
     * @param presente organisation of the follow-up in force
     * @param parts    shares by nature
     * @param emploi   true for a pathway towards work
     * @return empty when nobody has room
     */
    Optional<Destination> pour(int presente, Integer territoire, Map<String, Double> parts, Random hasard, boolean emploi) {
      String nature = nature(parts, hasard);
      List<Parcours> voulus = emploi ? List.of(Parcours.SOCIOPROFESSIONNEL, Parcours.PROFESSIONNEL) : List.of(Parcours.values());
      List<Candidat> libres = candidats.stream()
          .filter(c -> c.organisation().id() != presente && !c.referent().reserve() && c.places() > prises(c) && c.organisation().sert(territoire)
              && voulus.stream().anyMatch(p -> c.organisation().prend(p.name()))).toList();
      Comparator<Candidat> place = Comparator.comparingInt(c -> c.taux(prises(c) + 1));
      return libres.stream().filter(c -> c.organisation().nature().equals(nature)).min(place).or(() -> libres.stream().min(place)).map(c -> {
        prises.merge(c.referent().id(), 1, Integer::sum);
        List<String> pris = voulus.stream().map(Parcours::name).filter(c.organisation()::prend).toList();
        return new Destination(c.organisation().id(), c.referent().id(), Parcours.valueOf(poids.choisir(pris, hasard.nextDouble())));
      });
    }

    private int prises(Candidat c) {
      return prises.getOrDefault(c.referent().id(), 0);
    }
  }

  private static String nature(Map<String, Double> parts, Random hasard) {
    double total = parts.entrySet().stream().filter(e -> !"AUCUN".equals(e.getKey())).mapToDouble(Map.Entry::getValue).sum();
    double tirage = hasard.nextDouble() * total;
    for (Map.Entry<String, Double> e : parts.entrySet()) {
      if (!"AUCUN".equals(e.getKey())) {
        tirage -= e.getValue();
        if (tirage < 0) {
          return e.getKey();
        }
      }
    }
    return "DEPARTEMENT";
  }
}
