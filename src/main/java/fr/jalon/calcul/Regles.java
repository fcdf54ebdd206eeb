package fr.jalon.calcul;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which rules a calculation follows.
 *
 * @param divergences points where the law is applied rather than the public model
 * @param prolonger   true to use the last known figures for months after them (a simulation ahead); else such a month is an error
 */
public record Regles(Set<Divergence> divergences, boolean prolonger) {
  /** The law in force. */
  public static final Regles EN_VIGUEUR = new Regles(EnumSet.allOf(Divergence.class), false);
  /** What the public model computes, to be compared with it line by line. */
  public static final Regles CONFORME_OPENFISCA = new Regles(EnumSet.noneOf(Divergence.class), false);

  /** Defensive copy. */
  public Regles {
    divergences = divergences.isEmpty() ? EnumSet.noneOf(Divergence.class) : EnumSet.copyOf(divergences);
  }

  /** The points where the law is applied; not to be changed. */
  @Override
  public Set<Divergence> divergences() {
    return Collections.unmodifiableSet(divergences);
  }

  /** The same but for one point. */
  public Regles sans(Divergence point) {
    Set<Divergence> autres = EnumSet.copyOf(divergences);
    autres.remove(point);
    return new Regles(autres, prolonger);
  }

  /** The same with the last known figures carried forward. */
  public Regles prolongees() {
    return new Regles(divergences, true);
  }

  /** True when the law is applied on this point. */
  public boolean appliquent(Divergence point) {
    return divergences.contains(point);
  }
}
