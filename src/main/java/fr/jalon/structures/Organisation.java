package fr.jalon.structures;

import fr.jalon.habilitations.Perimetre;
import java.util.List;

/**
 * An organisation that follows persons, or runs actions for them.
 *
 * @param nature      {@code DEPARTEMENT}, {@code FRANCE_TRAVAIL}, {@code EXTERNE} or {@code OPERATEUR}
 * @param territoires ids of the territories it serves; empty = all
 * @param parcours    pathways it takes (SOCIAL, SOCIOPROFESSIONNEL, PROFESSIONNEL); empty = all
 * @param active      false when it takes nobody any more
 * @param cadre       {@code MARCHE} or {@code CONVENTION} for an external one, {@code null} when unknown or internal
 * @param commune     INSEE code of its place, or {@code null}
 */
public record Organisation(int id, String code, String nom, String nature, List<Integer> territoires, List<String> parcours,
    boolean active, String cadre,
    String commune) {
  /** Nature of who runs actions (a workshop, a training) and follows nobody. */
  public static final String OPERATEUR = "OPERATEUR";

  /** Defensive copies. */
  public Organisation {
    territoires = List.copyOf(territoires);
    parcours = List.copyOf(parcours);
  }

  /** Without a legal frame nor a place. */
  public Organisation(int id, String code, String nom, String nature, List<Integer> territoires, List<String> parcours, boolean active) {
    this(id, code, nom, nature, territoires, parcours, active, null, null);
  }

  /** True when it takes this pathway (or every one); an operator of actions takes none. */
  public boolean prend(String parcoursVoulu) {
    return suit() && (parcours.isEmpty() || parcours.contains(parcoursVoulu));
  }

  /** True when somebody may be entrusted to it today. */
  public boolean suitEncore() {
    return active && suit();
  }

  /** True when it follows persons. */
  public boolean suit() {
    return !nature.equals(OPERATEUR);
  }

  /** True when an agent of this perimeter works with it: it is hers, or it serves one of her territories. PostgreSQL: est_de_mon_equipe. */
  public boolean estDe(Perimetre agent) {
    return agent.partout() || agent.organisations().contains(id) || agent.territoires().stream().anyMatch(this::sert);
  }

  /** True when it serves the territory (or every one). */
  public boolean sert(Integer territoire) {
    return territoires.isEmpty() || territoire == null || territoires.contains(territoire);
  }
}
