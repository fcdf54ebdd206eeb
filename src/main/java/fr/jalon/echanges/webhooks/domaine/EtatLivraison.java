package fr.jalon.echanges.webhooks.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where a delivery stands. */
public enum EtatLivraison implements Etat<EtatLivraison> {
  A_ENVOYER("À envoyer"),
  LIVREE("Livrée"),
  ABANDONNEE("Abandonnée");

  private final String libelle;

  EtatLivraison(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /** What may follow: what was given up may be sent again by hand; what was received is done. */
  @Override
  public Set<EtatLivraison> suivants() {
    return switch (this) {
      case A_ENVOYER -> Set.of(LIVREE, ABANDONNEE);
      case ABANDONNEE -> Set.of(A_ENVOYER);
      case LIVREE -> Set.of();
    };
  }
}
