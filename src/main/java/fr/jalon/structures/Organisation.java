package fr.jalon.structures;

import java.util.List;

/**
 * An organisation that follows persons.
 *
 * @param nature      {@code DEPARTEMENT}, {@code FRANCE_TRAVAIL} or {@code EXTERNE}
 * @param territoires ids of the territories it serves; empty = all
 * @param parcours    pathways it takes (SOCIAL, SOCIOPROFESSIONNEL, PROFESSIONNEL); empty = all
 * @param active      false when it takes nobody any more
 */
public record Organisation(int id, String code, String nom, String nature, List<Integer> territoires, List<String> parcours, boolean active) {
  /** Defensive copies. */
  public Organisation {
    territoires = List.copyOf(territoires);
    parcours = List.copyOf(parcours);
  }

  /** True when it serves the territory (or every one). */
  public boolean sert(Integer territoire) {
    return territoires.isEmpty() || territoire == null || territoires.contains(territoire);
  }
}
