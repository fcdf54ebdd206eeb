package fr.jalon.demo;

import fr.jalon.demo.generation.OrientationAJouer;
import fr.jalon.orientation.application.Portefeuilles;
import fr.jalon.orientation.domaine.Depassement;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.domaine.affectation.Candidat;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a service does when the référent foreseen is full: a colleague of the same organisation, else the head of the territory accepts. */
@Component
class RelaisDeLaDemo {
  private static final Depassement ACCEPTE = new Depassement("La responsable du territoire",
      "Tous les référents de l'organisation sont complets ; recrutement en cours.");
  private final Portefeuilles portefeuilles;

  RelaisDeLaDemo(Portefeuilles portefeuilles) {
    this.portefeuilles = portefeuilles;
  }

  /** @param deja orientations of the same lot, whose places are taken first */
  Map<NouvelleOrientation, OrientationAJouer> pour(Map<NouvelleOrientation, OrientationAJouer> completes, Collection<NouvelleOrientation> deja) {
    Map<NouvelleOrientation, OrientationAJouer> relayees = new LinkedHashMap<>();
    if (completes.isEmpty()) {
      return relayees;
    }
    Map<Integer, Candidat> parReferent = portefeuilles.parReferent();
    Map<Integer, Integer> prises = new HashMap<>();
    deja.stream().filter(o -> o.referentId() != null).forEach(o -> prises.merge(o.referentId(), 1, Integer::sum));
    completes.forEach((o, quoi) -> {
      Optional<Candidat> collegue = parReferent.values().stream()
          .filter(c -> c.organisation().id() == o.organisationId() && c.referent().actif() && prises.getOrDefault(c.referent().id(), 0) < c.places())
          .min(Comparator.comparingInt(c -> c.taux(prises.getOrDefault(c.referent().id(), 0))));
      NouvelleOrientation suite = collegue.map(c -> o.chez(c.referent().id())).orElseGet(() -> o.accepteePar(ACCEPTE));
      prises.merge(suite.referentId(), 1, Integer::sum);
      relayees.put(suite, quoi);
    });
    return relayees;
  }
}
