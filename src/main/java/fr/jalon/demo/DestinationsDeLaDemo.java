package fr.jalon.demo;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.orientation.application.Portefeuilles;
import fr.jalon.orientation.domaine.affectation.Candidat;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a réorientation of the demonstration leads: the natures of organisation in the shares of the plan, the référent with most room. */
@Component
class DestinationsDeLaDemo {
  private final Portefeuilles portefeuilles;
  private final JdbcClient base;

  DestinationsDeLaDemo(Portefeuilles portefeuilles, @Qualifier("chargement") JdbcClient base) {
    this.portefeuilles = portefeuilles;
    this.base = base;
  }

  /** An organisation, one of its référents, a pathway it takes. */
  record Destination(int organisation, int referent, Parcours parcours) {}

  /**
   * Another organisation than the present one.
   *
   * @param parts  shares by nature
   * @param emploi true for a pathway towards work
   * @return empty when nobody has room
   */
  Optional<Destination> pour(long personne, Integer territoire, Map<String, Double> parts, Random hasard, boolean emploi) {
    Integer presente = base.sql("select organisation_id from orientation.suivi where personne_id = ? and etat <> 'CLOS'").param(personne).query(Integer.class).single();
    String nature = nature(parts, hasard);
    List<Parcours> voulus = emploi ? List.of(Parcours.SOCIOPROFESSIONNEL, Parcours.PROFESSIONNEL) : List.of(Parcours.values());
    List<Candidat> libres = portefeuilles.candidats().stream()
        .filter(c -> c.organisation().id() != presente && !c.referent().reserve() && !c.complet() && c.organisation().sert(territoire)
            && voulus.stream().anyMatch(p -> c.organisation().prend(p.name()))).toList();
    return libres.stream().filter(c -> c.organisation().nature().equals(nature)).min(Comparator.comparingInt(c -> c.taux(1)))
        .or(() -> libres.stream().min(Comparator.comparingInt(c -> c.taux(1)))).map(c -> {
          List<Parcours> pris = voulus.stream().filter(p -> c.organisation().prend(p.name())).toList();
          return new Destination(c.organisation().id(), c.referent().id(), pris.get(hasard.nextInt(pris.size())));
        });
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
