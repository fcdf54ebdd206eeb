package fr.jalon.allocataires.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where the question stands whether two records are one person. */
public enum EtatDoublon implements Etat<EtatDoublon> {
  A_EXAMINER("À examiner"),
  DISTINCTES("Deux personnes"),
  FUSIONNE("Une seule personne");

  private final String libelle;

  EtatDoublon(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /** What may follow: an answer is given again when somebody reports the two records anew, or undoes the merge. */
  @Override
  public Set<EtatDoublon> suivants() {
    return this == A_EXAMINER ? Set.of(DISTINCTES, FUSIONNE) : Set.of(A_EXAMINER);
  }
}
