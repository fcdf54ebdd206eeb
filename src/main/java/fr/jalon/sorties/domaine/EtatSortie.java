package fr.jalon.sorties.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where an exit is. */
public enum EtatSortie implements Etat<EtatSortie> {
  /** The file says that the right ended: somebody says why. */
  PROPOSEE("À compléter"),
  /** Certain. */
  CONFIRMEE("Confirmée"),
  /** Not an exit, or written by mistake: it counts for nothing and stays readable. */
  ECARTEE("Écartée");

  private final String libelle;

  EtatSortie(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /** One set aside by mistake is completed again. */
  @Override
  public Set<EtatSortie> suivants() {
    return switch (this) {
      case PROPOSEE -> Set.of(CONFIRMEE, ECARTEE);
      case CONFIRMEE -> Set.of(ECARTEE);
      case ECARTEE -> Set.of(CONFIRMEE);
    };
  }
}
