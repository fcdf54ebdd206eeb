package fr.jalon.orientation.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where a request of réorientation stands. */
public enum EtatReorientation implements Etat<EtatReorientation> {
  DEMANDEE("En attente"),
  ACCEPTEE("Acceptée"),
  REFUSEE("Refusée"),
  RETIREE("Retirée");

  private final String libelle;

  EtatReorientation(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /**
   * What may follow: a decision waits again only when it was a mistake. A request withdrawn is asked again and not taken up by an agent
   * ({@link Reorientation#reprendre}); one that a file withdrew with its follow-up waits again when another file says that the follow-up never
   * stopped.
   */
  @Override
  public Set<EtatReorientation> suivants() {
    return switch (this) {
      case DEMANDEE -> Set.of(ACCEPTEE, REFUSEE, RETIREE);
      case ACCEPTEE, REFUSEE, RETIREE -> Set.of(DEMANDEE);
    };
  }
}
