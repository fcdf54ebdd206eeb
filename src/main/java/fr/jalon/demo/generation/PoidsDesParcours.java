package fr.jalon.demo.generation;

import java.util.Collection;
import java.util.Map;

/**
 * Which pathway an organisation that takes several of them gives: {@code demonstration/profils.yaml}. The plans suggest that the professional one
 * is that of France Travail, to which the others send.
 *
 * @param poids weight by name of pathway
 */
public record PoidsDesParcours(Map<String, Double> poids) {

  /** Reads the file. */
  public static PoidsDesParcours lire() {
    return new PoidsDesParcours(Donnees.lire("/demonstration/profils.yaml").sous("parcours").carte(Double::valueOf));
  }

  /**
   * One of the pathways.
   *
   * @param possibles names of pathways, at least one
   * @param tirage    from 0 to 1, 1 excluded
   */
  public String choisir(Collection<String> possibles, double tirage) {
    double reste = tirage * possibles.stream().mapToDouble(poids::get).sum();
    String dernier = null;
    for (String parcours : possibles) {
      dernier = parcours;
      reste -= poids.get(parcours);
      if (reste < 0) {
        break;
      }
    }
    return dernier;
  }
}
