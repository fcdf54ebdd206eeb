package fr.jalon.orientation.domaine;

import java.util.Set;

/** Where a request of réorientation stands. */
public enum EtatReorientation {
  DEMANDEE("En attente"),
  ACCEPTEE("Acceptée"),
  REFUSEE("Refusée"),
  RETIREE("Retirée");

  private final String libelle;

  EtatReorientation(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }

  /** What may follow: a decision waits again only when it was a mistake; a request withdrawn is asked again, not taken up by an agent. */
  public Set<EtatReorientation> suivants() {
    return switch (this) {
      case DEMANDEE -> Set.of(ACCEPTEE, REFUSEE, RETIREE);
      case ACCEPTEE, REFUSEE -> Set.of(DEMANDEE);
      case RETIREE -> Set.of();
    };
  }
}
