package fr.jalon.orientation.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where a new entrant stands. */
public enum EtatEntree implements Etat<EtatEntree> {
  EN_ATTENTE("En attente d'orientation"),
  /** The right is suspended, or the person is not soumise for now. */
  SUSPENDUE("En pause"),
  ORIENTEE("Orientation faite"),
  SORTIE("Sortie avant l'orientation");

  private final String libelle;

  EtatEntree(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /**
   * What may follow: an orientation is undone only when it was a mistake, and the person waits or is in pause as her right says that day; an exit
   * only when the person is back in the same month.
   */
  @Override
  public Set<EtatEntree> suivants() {
    return switch (this) {
      case EN_ATTENTE -> Set.of(SUSPENDUE, ORIENTEE, SORTIE);
      case SUSPENDUE -> Set.of(EN_ATTENTE, ORIENTEE, SORTIE);
      case ORIENTEE -> Set.of(EN_ATTENTE, SUSPENDUE);
      case SORTIE -> Set.of(EN_ATTENTE);
    };
  }

  /** True while the person is still to be oriented, now or when her right resumes. */
  public boolean ouverte() {
    return this == EN_ATTENTE || this == SUSPENDUE;
  }
}
