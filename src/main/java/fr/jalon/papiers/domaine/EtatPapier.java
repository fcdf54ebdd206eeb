package fr.jalon.papiers.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where a paper is. That it is no longer good is not a state: the day it says tells it. */
public enum EtatPapier implements Etat<EtatPapier> {
  /** Asked of the person, for a day. */
  ATTENDU("Attendu"),
  /** Shown; a copy may be kept. */
  VU("Vu"),
  /** Asked, and not wanted any more. */
  PLUS_NECESSAIRE("Plus nécessaire"),
  /** Written by mistake: it counts for nothing and stays readable. */
  ECARTE("Noté par erreur");

  private final String libelle;

  EtatPapier(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  @Override
  public Set<EtatPapier> suivants() {
    return switch (this) {
      case ATTENDU -> Set.of(VU, PLUS_NECESSAIRE);
      case VU -> Set.of(ECARTE);
      case PLUS_NECESSAIRE, ECARTE -> Set.of();
    };
  }
}
