package fr.jalon.demo.generation;

import fr.jalon.demo.generation.DepartementDemo.Structure;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Chooses who follows somebody: an organisation of her territory, and a référent in proportion of the time she works. */
final class Affectations {
  private final Map<String, String> territoires = new LinkedHashMap<>();
  private final Map<String, Map<Structure, Double>> candidates = new HashMap<>();
  private final Map<String, Double> natures = new LinkedHashMap<>();
  private final PoidsDesParcours parcours = PoidsDesParcours.lire();

  /** The organisation, the e-mail of the référent, the pathway. */
  record Affectation(String structure, String referent, String parcours) {}

  Affectations(DepartementDemo demo) {
    demo.territoires().forEach(t -> t.communes().forEach(c -> territoires.put(c.code(), t.code())));
    for (Structure s : demo.structures()) {
      double etp = s.referents().stream().mapToDouble(DepartementDemo.Referent::etp).sum();
      s.territoires().forEach(t -> candidates.computeIfAbsent(s.nature() + t, _ -> new LinkedHashMap<>())
          .put(s, etp / s.territoires().size()));
    }
    demo.suivi().forEach((nature, part) -> {
      if (!nature.equals("AUCUN")) {
        natures.put(nature, part);
      }
    });
  }

  /** The natures of organisations and their shares. */
  Map<String, Double> natures() {
    return natures;
  }

  Affectation choisir(Hasard hasard, String nature, Commune commune) {
    return choisir(hasard, nature, territoires.get(commune.code()));
  }

  /** For somebody who lives in the commune of this code, of the Département or not. */
  Affectation choisir(Hasard hasard, String commune) {
    String territoire = territoires.getOrDefault(commune, territoires.values().iterator().next());
    return choisir(hasard, hasard.choisir(natures), territoire);
  }

  private Affectation choisir(Hasard hasard, String nature, String territoire) {
    Structure structure = hasard.choisir(candidates.get(nature + territoire));
    Map<String, Double> referents = new LinkedHashMap<>();
    structure.referents().forEach(r -> referents.put(r.courriel(), r.etp()));
    return new Affectation(structure.code(), hasard.choisir(referents), parcours.choisir(structure.parcours(), hasard.reel()));
  }
}
