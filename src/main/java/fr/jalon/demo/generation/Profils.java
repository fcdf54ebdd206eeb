package fr.jalon.demo.generation;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What makes the demonstration plausible without being published: {@code demonstration/profils.yaml}. */
final class Profils {
  private final Map<TypeFoyer, NavigableMap<Integer, Double>> affiniteAge = new EnumMap<>(TypeFoyer.class);
  private final Map<String, Map<String, Double>> situations = new LinkedHashMap<>();
  private final Map<String, Double> mouvements;
  final double[] enfantsSeul;
  final double[] enfantsCouple;
  final Map<String, Double> motifsDeFin;
  final Map<String, Double> suspensionsDroit;
  final Map<String, Double> suspensionsVersement;
  final Map<String, Double> activitesTns;
  final Map<String, Double> activites;

  private Profils(Donnees d) {
    Donnees affinites = d.sous("affiniteAge");
    for (String type : affinites.cles()) {
      NavigableMap<Integer, Double> poids = new TreeMap<>();
      affinites.sous(type).carte(Double::valueOf).forEach((age, p) -> poids.put(Integer.valueOf(age), p));
      affiniteAge.put(TypeFoyer.valueOf(type), poids);
    }
    Donnees familiales = d.sous("situationsFamiliales");
    familiales.cles().forEach(cle -> situations.put(cle, familiales.sous(cle).carte(Double::valueOf)));
    enfantsSeul = poids(d.sous("enfants").textes("SEUL"));
    enfantsCouple = poids(d.sous("enfants").textes("COUPLE"));
    mouvements = d.sous("mouvements").carte(Double::valueOf);
    motifsDeFin = d.sous("motifsDeFin").carte(Double::valueOf);
    suspensionsDroit = d.sous("suspensionsDroit").carte(Double::valueOf);
    suspensionsVersement = d.sous("suspensionsVersement").carte(Double::valueOf);
    activitesTns = d.sous("activitesTns").carte(Double::valueOf);
    activites = d.sous("activites").carte(Double::valueOf);
  }

  static Profils lire() {
    return new Profils(Donnees.lire("/demonstration/profils.yaml"));
  }

  /** Weight of a type of foyer at this age. */
  double affinite(TypeFoyer type, int age) {
    Map.Entry<Integer, Double> palier = affiniteAge.get(type).floorEntry(age);
    return palier == null ? 0 : palier.getValue();
  }

  /** Weights of SITFAM for a type of foyer. */
  Map<String, Double> situations(TypeFoyer type) {
    return situations.get(type.couple() ? "COUPLE" : type.enfants ? "PARENT" : "SEUL");
  }

  /** @return the rate of a movement, in per cent */
  double taux(String mouvement) {
    return mouvements.get(mouvement);
  }

  private static double[] poids(List<String> textes) {
    return textes.stream().mapToDouble(Double::parseDouble).toArray();
  }
}
